import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf } from '#shared/pages.ts'
import { spans, zooms } from './days.rules.ts'
import { mapKinds } from './map.rules.ts'
import { boardShape, mapShape, overviewShape, timelineShape, townShape } from './boards.shapes.contract.ts'

const organisation = z.object({ organisation: z.uuid() })
const reading = { permission: 'mobilities.read' } as const
const day = z.iso.date()
const tag = 'boards'
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  )

export const boardsContract = endpoints({
  week: {
    method: 'GET',
    path: '/organisations/:organisation/week-board',
    summary: 'Who is at which company or in which home, day by day, and what is free',
    tag,
    audience: reading,
    params: organisation,
    query: z.object({
      from: day.optional().describe('Any day of the first week; this week unless told'),
      span: z.enum(spans).default('week').describe('Seven days, or eight weeks'),
      rows: z.enum(['companies', 'homes']).default('companies'),
      sender: many(z.uuid()),
      flow: many(z.uuid()),
      town: z.string().max(200).optional().describe('A part of the town’s name'),
      field: z
        .string()
        .regex(/^\d{2,4}$/)
        .optional()
        .describe('ISCED-F 2013 of companies, the beginning is enough'),
      limit: z.coerce.number().int().min(1).max(1000).default(200).describe('Rows on a page, 1 to 1000'),
      cursor: z.string().max(1000).optional().describe('The `next` of the page before'),
    }),
    answer: boardShape,
  },
  overview: {
    method: 'GET',
    path: '/organisations/:organisation/week-overview',
    summary: 'Arrivals, departures and people by day, visits due and open duties of a week',
    tag,
    audience: reading,
    params: organisation,
    query: z.object({ from: day.optional(), span: z.enum(spans).default('week') }),
    answer: overviewShape,
  },
  saveVisitDays: {
    method: 'PUT',
    path: '/organisations/:organisation/visit-interval',
    summary: 'After how many days without a visit a company with trainees is named as due',
    tag,
    audience: { permission: 'partners.manage' },
    params: organisation,
    body: z.object({ days: z.number().int().min(1).max(730) }),
    answer: z.object({ days: z.number().int() }),
  },
  timeline: {
    method: 'GET',
    path: '/organisations/:organisation/timeline',
    summary: 'Flows over months with their people and places, and what is needed and there by week',
    tag,
    audience: reading,
    params: organisation,
    query: z.object({
      from: day.optional().describe('Any day of the first month'),
      zoom: z.enum(zooms).default('year'),
    }),
    answer: timelineShape,
  },
  map: {
    method: 'GET',
    path: '/organisations/:organisation/map',
    summary: 'Companies, homes and people of a week by town, with coordinates',
    tag,
    audience: reading,
    params: organisation,
    query: z.object({
      from: day.optional().describe('Any day of the week whose people are meant'),
      sender: many(z.uuid()),
      kind: many(z.enum(mapKinds)),
    }),
    answer: mapShape,
  },
  town: {
    method: 'GET',
    path: '/organisations/:organisation/map/things',
    summary: 'The companies, homes or people of one town, by name',
    tag,
    audience: reading,
    params: organisation,
    query: z.object({
      from: day.optional(),
      sender: many(z.uuid()),
      kind: z.enum(mapKinds).default('people'),
      country: z.string().max(2).default(''),
      town: z.string().max(200).default('').describe('Empty: those without a town'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(1000).optional(),
    }),
    answer: pageOf(townShape),
  },
})
