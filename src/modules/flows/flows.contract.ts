import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'
import { projectAnswer, projectInput } from '#modules/projects/projects.contract.ts'

const inOrganisation = z.object({ organisation: z.uuid() })
const oneFlow = inOrganisation.extend({ flow: z.uuid() })
const yesNo = z.enum(['true', 'false']).transform((text) => text === 'true')
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  )
const reading = { permission: 'projects.read' } as const
const editing = { permission: 'flows.edit' } as const
const tag = 'flows'
const countryCode = z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)')
const day = z.iso.date()

export const flowInput = z.object({
  name: z.string().normalize('NFC').trim().min(1).max(200),
  projectId: z.uuid().nullable().optional(),
  activityType: z.string().refine((key) => activityTypeKeys.includes(key), 'Choose an activity type.'),
  country: countryCode.nullable().optional(),
  town: z
    .string()
    .normalize('NFC')
    .trim()
    .max(200)
    .transform((text) => text || null)
    .nullable()
    .optional(),
  startDate: day.nullable().optional().describe('The day of departure'),
  endDate: day.nullable().optional().describe('The day of return'),
  places: z.number().int().min(0).max(10_000).optional(),
  accompanyingPlaces: z.number().int().min(0).max(1000).optional(),
  hostingId: z.uuid().nullable().optional().describe('A partner that hosts'),
})

const named = z.object({ id: z.string(), name: z.string() })

const item = z.object({
  id: z.string(),
  name: z.string(),
  activityType: z.string(),
  country: z.string().nullable(),
  town: z.string().nullable(),
  startDate: day.nullable(),
  endDate: day.nullable(),
  places: z.number().int(),
  accompanyingPlaces: z.number().int(),
  organisation: named.describe('Whose flow it is'),
  own: z.boolean(),
  hosting: named.nullable(),
  project: z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable(),
  archived: z.boolean(),
  statuses: z
    .record(z.string(), z.number().int())
    .describe('How many of the mobilities that the asking organisation sees stand at each status'),
  taken: z.number().int().describe('Mobilities that take a place'),
  left: z.number().int().describe('Places left'),
  version: z.number().int(),
})

const flowAnswer = item.extend({
  warnings: z.array(
    z.object({
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
})

export const flowsContract = endpoints({
  listFlows: {
    method: 'GET',
    path: '/organisations/:organisation/flows',
    summary: 'The organisation’s flows, and those of others that it hosts or has a part in, by departure',
    tag,
    audience: reading,
    params: inOrganisation,
    query: pageQuery.extend({
      search: z.string().max(200).optional().describe('A part of the name or town'),
      project: many(z.uuid()),
      country: many(countryCode),
      hosting: z.uuid().optional(),
      archived: yesNo.optional().describe('Only archived ones, or only those at work; both when absent'),
      over: yesNo.optional().describe('Only those whose return has passed, or only the others'),
      sort: z.enum(['departure', '-departure']).default('departure'),
    }),
    answer: pageOf(item),
  },
  readFlow: {
    method: 'GET',
    path: '/organisations/:organisation/flows/:flow',
    summary: 'One flow with its places and what looks odd about it',
    tag,
    audience: reading,
    params: oneFlow,
    answer: flowAnswer,
  },
  createFlow: {
    method: 'POST',
    path: '/organisations/:organisation/flows',
    summary: 'Plans a flow',
    tag,
    audience: editing,
    params: inOrganisation,
    body: flowInput,
    answer: flowAnswer,
    status: 201,
  },
  editFlow: {
    method: 'PATCH',
    path: '/organisations/:organisation/flows/:flow',
    summary: 'Changes, archives or brings back a flow; edits of different fields merge',
    tag,
    audience: editing,
    params: oneFlow,
    body: flowInput.partial().extend({ archived: z.boolean().optional() }),
    answer: flowAnswer,
    versioned: true,
  },
  copyFlow: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/copy',
    summary: 'Plans a flow like another one, a year later unless told; without its mobilities',
    tag,
    audience: editing,
    params: oneFlow,
    body: flowInput.pick({ name: true, projectId: true, startDate: true, endDate: true }).partial(),
    answer: flowAnswer,
    status: 201,
  },
  copyProject: {
    method: 'POST',
    path: '/organisations/:organisation/projects/:project/copy',
    summary: 'Writes down a project like last year’s, with its flows moved by as many weeks',
    tag,
    audience: { permission: 'projects.edit' },
    params: inOrganisation.extend({ project: z.uuid() }),
    body: projectInput.omit({ awarded: true }).extend({ withFlows: z.boolean().default(true) }),
    answer: projectAnswer,
    status: 201,
  },
})
