import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { costItems } from './cost-items.rules.ts'
import { actions } from './project-warnings.rules.ts'

const inOrganisation = z.object({ organisation: z.uuid() })
const oneProject = inOrganisation.extend({ project: z.uuid() })
const yesNo = z.enum(['true', 'false']).transform((text) => text === 'true')
const reading = { permission: 'projects.read' } as const
const editing = { permission: 'projects.edit' } as const
const tag = 'projects'

const euros = z.number().min(0).max(100_000_000).multipleOf(0.01)

export const projectInput = z.object({
  code: z.string().normalize('NFC').trim().min(1).max(100),
  title: z.string().normalize('NFC').trim().min(1).max(300),
  callYear: z.number().int().min(2014).max(2040),
  action: z.enum(actions),
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  field: z.string().normalize('NFC').trim().min(1).max(200).optional(),
  awarded: z
    .partialRecord(z.enum(costItems), euros.nullable())
    .optional()
    .describe('Euros per cost item; null takes an item away, absent ones stay'),
})

const item = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  callYear: z.number().int(),
  action: z.enum(actions),
  startDate: z.string(),
  endDate: z.string(),
  field: z.string(),
  archived: z.boolean(),
  flows: z.number().int(),
  mobilities: z.number().int(),
  awardedTotal: z.number().optional().describe('Euros; only for those who may read money'),
  version: z.number().int(),
})

export const projectAnswer = item.extend({
  organisation: z.object({ id: z.string(), name: z.string() }).describe('Whose project it is'),
  own: z.boolean(),
  awarded: z.partialRecord(z.enum(costItems), z.number()).optional(),
  warnings: z.array(
    z.object({
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
})

export const projectsContract = endpoints({
  listProjects: {
    method: 'GET',
    path: '/organisations/:organisation/projects',
    summary: 'The organisation’s projects, the latest first',
    tag,
    audience: reading,
    params: inOrganisation,
    query: pageQuery.extend({
      search: z.string().max(200).optional().describe('A part of the code or title'),
      action: z.enum(actions).optional(),
      callYear: z.coerce.number().int().optional(),
      archived: yesNo.optional().describe('Only archived ones, or only those at work; both when absent'),
    }),
    answer: pageOf(item),
  },
  readProject: {
    method: 'GET',
    path: '/organisations/:organisation/projects/:project',
    summary: 'One project with its award and what looks odd about it',
    tag,
    audience: reading,
    params: oneProject,
    answer: projectAnswer,
  },
  createProject: {
    method: 'POST',
    path: '/organisations/:organisation/projects',
    summary: 'Writes down a project from its grant agreement',
    tag,
    audience: editing,
    params: inOrganisation,
    body: projectInput,
    answer: projectAnswer,
    status: 201,
  },
  editProject: {
    method: 'PATCH',
    path: '/organisations/:organisation/projects/:project',
    summary: 'Changes, archives or brings back a project; edits of different fields merge',
    tag,
    audience: editing,
    params: oneProject,
    body: projectInput.partial().extend({ archived: z.boolean().optional() }),
    answer: projectAnswer,
    versioned: true,
  },
})
