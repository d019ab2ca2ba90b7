import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'
import { costItems } from '#modules/projects/cost-items.rules.ts'
import { phraseShape } from '#modules/grants/grants.shapes.contract.ts'

const project = z.object({ organisation: z.uuid(), project: z.uuid() })
const oneScenario = project.extend({ scenario: z.uuid() })
const reading = { permission: 'money.read' } as const
const editing = { permission: 'money.edit' } as const
const tag = 'budget'

const whole = (most: number) => z.number().int().min(0).max(most)
const activity = z.string().refine((key) => activityTypeKeys.includes(key), 'Choose an activity type.')
const euros = z.number().describe('Euros')

const line = z.object({
  key: z
    .string()
    .describe('The flow’s id, the activity type, the country or the month; empty for those without'),
  label: z.string().nullable(),
  mobilities: z.number().int(),
  committedMobilities: z.number().int(),
  days: z.number().int(),
  fewerOpportunities: z.number().int(),
  green: z.number().int(),
  planned: euros,
  committed: euros,
  forecast: euros,
  paid: euros,
})

const item = z.object({
  item: z.enum(costItems),
  awarded: euros,
  planned: euros.describe('All mobilities that are not withdrawn or cancelled'),
  committed: euros.describe('Those who have accepted their place'),
  forecast: euros.describe('Planned, and the free places of the flows'),
  paid: euros.describe('Instalments spread over the participant’s cost items, shares paid to hosts'),
})

const warning = z.object({
  code: z.enum(['over-use', 'under-use', 'open', 'too-short', 'international', 'too-many']),
  level: z.enum(['stop', 'look']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

const targetValues = z.object({
  participants: whole(100_000),
  days: whole(10_000_000),
  fewerOpportunities: whole(100_000),
  blended: whole(100_000),
  green: whole(100_000),
  accompanying: whole(100_000),
  objectives: z.array(z.string().max(60)).max(20),
})

const target = targetValues.extend({
  id: z.string(),
  activityType: z.string(),
  flow: z.object({ id: z.string(), name: z.string() }).nullable(),
  actual: z.object({
    participants: z.number().int(),
    days: z.number().int(),
    fewerOpportunities: z.number().int(),
    blended: z.number().int(),
    green: z.number().int(),
    accompanying: z.number().int(),
  }),
  version: z.number().int(),
})

const budget = z.object({
  project: z.object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    action: z.string(),
    version: z.number().int(),
  }),
  pack: z.object({ name: z.string(), version: z.number().int() }).nullable(),
  items: z.array(item),
  totals: z.object({ awarded: euros, planned: euros, committed: euros, paid: euros, forecast: euros }),
  freePlaces: z.number().int().describe('Places of flows that nobody has yet, as the forecast counts them'),
  by: z.object({
    activity: z.array(line),
    flow: z.array(line),
    country: z.array(line),
    month: z.array(line),
  }),
  warnings: z.array(warning),
  targets: z.array(target),
  objectives: z.array(z.object({ key: z.string(), text: z.string() })),
  flows: z.array(z.object({ id: z.string(), name: z.string(), activityType: z.string() })),
})

const imagined = z.object({
  name: z.string().trim().max(200).optional(),
  activityType: activity,
  country: z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)'),
  town: z.string().trim().max(200).nullish(),
  participants: whole(10_000),
  accompanying: whole(1000).optional(),
  days: z.number().int().min(1).max(400),
  travelDays: whole(20).optional(),
  green: z.boolean().optional(),
  fewerOpportunities: whole(10_000).optional(),
  distanceKm: z.number().min(0).max(20_100).nullish().describe('One way; computed from the town unless told'),
  startDate: z.iso.date().nullish(),
  insteadOfFlow: z.uuid().nullish().describe('A flow in whose place these stand'),
})
const imaginedGroups = z.array(imagined).max(100)

const simulation = z.object({
  items: z.array(z.object({ item: z.enum(costItems), awarded: euros, before: euros, after: euros })),
  totals: z.object({ awarded: euros, before: euros, after: euros }),
  mobilities: z.object({ before: z.number().int(), after: z.number().int() }),
  groups: z.array(
    z.object({
      perParticipant: euros.nullable(),
      total: euros,
      distanceKm: z.number().nullable(),
      warnings: z.array(phraseShape),
    }),
  ),
  warnings: z.array(warning),
})

const scenario = z.object({
  id: z.string(),
  name: z.string(),
  groups: z.array(imagined),
  madeFlows: z.boolean(),
  result: simulation,
  version: z.number().int(),
})
const scenarioInput = z.object({ name: z.string().trim().min(1).max(200), groups: imaginedGroups })

const path = '/organisations/:organisation/projects/:project'

export const budgetContract = endpoints({
  read: {
    method: 'GET',
    path: `${path}/budget`,
    summary: 'A project’s budget: awarded, planned, committed, paid and forecast, with warnings and targets',
    tag,
    audience: reading,
    params: project,
    answer: budget,
  },
  setTarget: {
    method: 'PUT',
    path: `${path}/targets`,
    summary: 'Sets the target of an activity type (KA121) or of a flow (KA122)',
    tag,
    audience: editing,
    params: project,
    body: targetValues.extend({
      activityType: activity,
      flowId: z.uuid().nullish(),
      version: z.number().int().min(0).describe('As it was read; 0 for a new one'),
    }),
    answer: budget,
  },
  removeTarget: {
    method: 'DELETE',
    path: `${path}/targets/:target`,
    summary: 'Takes a target away',
    tag,
    audience: editing,
    params: project.extend({ target: z.uuid() }),
  },
  setObjectives: {
    method: 'PUT',
    path: `${path}/objectives`,
    summary: 'What the project wants to reach; targets name the objectives that they serve',
    tag,
    audience: editing,
    params: project,
    body: z.object({
      objectives: z
        .array(z.object({ key: z.string().min(1).max(60), text: z.string().trim().min(1).max(1000) }))
        .max(50),
      version: z.number().int().min(0).describe('The project’s, as it was read'),
    }),
    answer: budget,
  },
  simulate: {
    method: 'POST',
    path: `${path}/simulation`,
    summary: 'What imagined mobilities would do to the budget; nothing is saved',
    tag,
    audience: reading,
    params: project,
    body: z.object({ groups: imaginedGroups }),
    answer: simulation,
  },
  listScenarios: {
    method: 'GET',
    path: `${path}/scenarios`,
    summary: 'The scenarios of a project side by side, computed on today’s mobilities',
    tag,
    audience: reading,
    params: project,
    answer: z.object({ items: z.array(scenario) }),
  },
  keepScenario: {
    method: 'POST',
    path: `${path}/scenarios`,
    summary: 'Keeps a scenario',
    tag,
    audience: editing,
    params: project,
    body: scenarioInput,
    answer: scenario,
    status: 201,
  },
  changeScenario: {
    method: 'PUT',
    path: `${path}/scenarios/:scenario`,
    summary: 'Changes a scenario',
    tag,
    audience: editing,
    params: oneScenario,
    body: scenarioInput,
    answer: scenario,
    versioned: true,
  },
  removeScenario: {
    method: 'DELETE',
    path: `${path}/scenarios/:scenario`,
    summary: 'Takes a scenario away',
    tag,
    audience: editing,
    params: oneScenario,
  },
  makeFlows: {
    method: 'POST',
    path: `${path}/scenarios/:scenario/flows`,
    summary: 'Plans a scenario’s groups as flows',
    tag,
    audience: { permission: 'flows.edit' },
    params: oneScenario,
    body: z.object({}),
    answer: z.object({ flows: z.array(z.string()) }),
    status: 201,
  },
})
