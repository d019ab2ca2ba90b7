import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const organisation = z.object({ organisation: z.uuid() })
const list = z.enum(['mobilities', 'people', 'flows', 'partners'])
const state = z
  .record(z.string(), z.unknown())
  .describe('Filters, sort and columns as the list keeps them in its address')

export const savedView = z.object({
  id: z.string(),
  list,
  name: z.string(),
  state,
  shared: z.boolean(),
  isDefault: z.boolean(),
  own: z.boolean(),
})

export const viewsContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/views',
    summary: 'The saved views of a list: the own ones and those that colleagues share',
    tag: 'views',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    query: z.object({ list }),
    answer: z.object({ items: z.array(savedView) }),
  },
  save: {
    method: 'POST',
    path: '/organisations/:organisation/views',
    summary: 'Saves a view of a list, or replaces the own view of that name',
    tag: 'views',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    body: z.object({
      list,
      name: z.string().trim().min(1).max(80),
      state,
      shared: z.boolean().default(false),
      isDefault: z.boolean().default(false),
    }),
    answer: savedView,
    status: 201,
  },
  remove: {
    method: 'DELETE',
    path: '/organisations/:organisation/views/:view',
    summary: 'Removes an own view',
    tag: 'views',
    audience: { permission: 'mobilities.read' },
    params: organisation.extend({ view: z.uuid() }),
  },
})
