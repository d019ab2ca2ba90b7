import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'

const organisation = z.object({ organisation: z.uuid() })
const plan = organisation.extend({ plan: z.uuid() })
const reading = { permission: 'mobilities.read' } as const
const editing = { permission: 'mobilities.edit' } as const
const points = z.number().int().min(0).max(1000)

export const weightsShape = z.object({
  wish: points,
  companyWish: points,
  skills: points,
  near: points,
  rating: points,
  exactField: points,
  friends: points,
})
const values = z.record(z.string(), z.union([z.string(), z.number()]))
const lock = z.object({ mobilityId: z.uuid(), positionId: z.uuid() })

const planItem = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'solving', 'solved', 'failed', 'cancelled', 'applied']),
  status: z.enum(['optimal', 'feasible', 'infeasible']).nullable(),
  people: z.number().int(),
  placed: z.number().int().nullable(),
  moved: z.number().int().nullable(),
  score: z.number().nullable(),
  bound: z.number().nullable(),
  repairs: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
})

const pair = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  school: z.string(),
  positionId: z.string(),
  score: z.number(),
  points: z.record(z.string(), z.number()).describe('Points by wish'),
  locked: z.boolean(),
  moved: z.boolean().describe('Had another place in the plan that this one repairs'),
})

export const reasonShape = z.object({
  code: z.string(),
  count: z.number().int(),
  only: z.number().int().describe('Of these, how many only this stands against'),
  positionId: z.string().nullable().describe('An example'),
  values,
})

const contradictions = z
  .array(
    z.object({
      code: z.string(),
      count: z.number().int(),
      participant: z.string().nullable(),
      positionIds: z.array(z.string()),
    }),
  )
  .describe('Why the locks cannot all hold')

const planShape = planItem.extend({
  flowIds: z.array(z.string()),
  weights: weightsShape,
  locks: z.array(lock),
  without: z.array(z.string()).describe('Positions left out'),
  leftOut: z
    .array(z.object({ id: z.string(), title: z.string(), company: z.string() }))
    .describe('The same by their names, those that are still there'),
  pairs: z.array(pair),
  unplaced: z.array(
    z.object({
      mobilityId: z.string(),
      participant: z.string(),
      school: z.string(),
      reasons: z.array(reasonShape),
    }),
  ),
  positions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      company: z.string(),
      companyId: z.string(),
      places: z.number().int().describe('What the plan could use at once'),
      used: z.number().int().describe('The most it uses at once'),
      free: z.number().int().describe('How many more could come in one of its periods'),
    }),
  ),
  contradictions,
  progress: z
    .object({
      stage: z.enum(['placed', 'kept', 'wishes']),
      step: z.number().int(),
      steps: z.number().int(),
      seconds: z.number().describe('Since it began'),
      mostSeconds: z.number().int(),
      best: z.number().nullable().describe('Best so far in this stage: people or points'),
      bound: z.number().nullable().describe('What nothing can exceed in this stage'),
      placed: z.number().int().nullable().describe('People with a place, once that is settled'),
    })
    .nullable()
    .describe('How far the solving is, while it is solved'),
})

const change = z.object({
  participant: z.string(),
  from: z.string().describe('The company of the proposal'),
  asked: z.boolean().describe('The company knows of it already'),
})

export const matchingContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/match-plans',
    summary: 'The organisation’s plans, the latest first',
    tag: 'matching',
    audience: reading,
    params: organisation,
    query: pageQuery,
    answer: pageOf(planItem),
  },
  create: {
    method: 'POST',
    path: '/organisations/:organisation/match-plans',
    summary: 'Matches the people of flows with positions; it is solved as a job whose progress can be read',
    tag: 'matching',
    audience: editing,
    params: organisation,
    body: z.object({
      name: z.string().normalize('NFC').trim().min(1).max(200),
      flowIds: z.array(z.uuid()).min(1).max(50),
      weights: weightsShape.optional(),
      locks: z.array(lock).max(5000).default([]),
      without: z.array(z.uuid()).max(5000).default([]),
      repairs: z.uuid().optional().describe('The plan from which as few people as possible are moved'),
      seconds: z.number().int().min(1).max(600).default(60),
    }),
    answer: planItem,
    status: 202,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/match-plans/:plan',
    summary: 'A plan: each pair with its points, each person without a place with the reasons',
    tag: 'matching',
    audience: reading,
    params: plan,
    answer: planShape,
  },
  change: {
    method: 'PUT',
    path: '/organisations/:organisation/match-plans/:plan',
    summary: 'Turns the weights, locks or positions of a plan and solves it anew',
    tag: 'matching',
    audience: editing,
    params: plan,
    body: z.object({
      weights: weightsShape,
      locks: z.array(lock).max(5000),
      without: z.array(z.uuid()).max(5000),
      version: z.number().int(),
    }),
    answer: planItem,
    status: 202,
  },
  tryMove: {
    method: 'POST',
    path: '/organisations/:organisation/match-plans/:plan/what-if',
    summary: 'What it would cost to have somebody at a position; nothing is saved',
    tag: 'matching',
    audience: editing,
    params: plan,
    body: lock,
    answer: z.object({
      possible: z.boolean(),
      proven: z
        .boolean()
        .describe('Whether nothing better is possible; else more time may find something better'),
      broken: z.array(z.object({ code: z.string(), values })),
      contradictions,
      placed: z.number().int().describe('How many more or fewer are placed'),
      score: z.number().describe('How much the score changes'),
      moved: z.array(
        z.object({ mobilityId: z.string(), participant: z.string(), positionId: z.string().nullable() }),
      ),
    }),
  },
  cancel: {
    method: 'POST',
    path: '/organisations/:organisation/match-plans/:plan/cancellation',
    summary: 'Calls the solving of a plan off',
    tag: 'matching',
    audience: editing,
    params: plan,
    answer: planItem,
  },
  previewApplication: {
    method: 'GET',
    path: '/organisations/:organisation/match-plans/:plan/application',
    summary: 'What applying a plan would change, person by person',
    tag: 'matching',
    audience: editing,
    params: plan,
    answer: z.object({
      fresh: z.number().int().describe('People who get a proposal and have none now'),
      same: z.number().int(),
      moved: z
        .array(change.extend({ to: z.string() }))
        .describe('People whose proposal is taken back for another one'),
      lost: z.array(change).describe('People whose proposal is taken back, and who get no other'),
    }),
  },
  apply: {
    method: 'POST',
    path: '/organisations/:organisation/match-plans/:plan/application',
    summary: 'Proposes each company to its participant as the plan says; one answer for each',
    tag: 'matching',
    audience: editing,
    params: plan,
    body: z.object({ version: z.number().int() }),
    answer: z.object({
      done: z.number().int(),
      same: z.number().int(),
      refused: z.array(z.object({ participant: z.string(), code: z.string() })),
    }),
  },
})
