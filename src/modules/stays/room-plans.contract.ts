import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { bedless, editing, organisation, roomChoice, words } from './stays.shapes.contract.ts'

const plan = organisation.extend({ roomPlan: z.uuid() })
const version = z.number().int()

const item = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'solving', 'solved', 'failed', 'applied']),
  people: z.number().int(),
  placed: z.number().int(),
  bound: z.number().int().describe('No more than so many can have a bed, with the locks'),
  proven: z.boolean().describe('Nobody more can have a bed'),
  createdBy: z.string(),
  createdAt: z.string(),
  solvedAt: z.string().nullable(),
  appliedAt: z.string().nullable(),
  version,
})

const person = bedless.extend({
  leader: z.boolean(),
  accessNeeds: z.boolean(),
  allergies: z.boolean(),
  quiet: z.boolean(),
  friends: z.array(z.string()),
})

const shown = item.extend({
  flowIds: z.array(z.string()),
  mostKilometres: z.number().int(),
  given: z.array(person.extend({ roomId: z.string(), bedId: z.string(), locked: z.boolean() })),
  without: z.array(
    person.extend({ reasons: z.array(z.object({ code: z.string(), rooms: z.number().int() })) }),
  ),
  rooms: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      housingId: z.string(),
      housing: z.string(),
      kind: z.string(),
      town: z.string().nullable(),
      beds: z.number().int(),
      quiet: z.boolean(),
      others: z.number().int().describe('People who sleep there in that time already'),
    }),
  ),
})

export const roomPlansContract = endpoints({
  listRoomPlans: {
    method: 'GET',
    path: '/organisations/:organisation/room-plans',
    summary: 'Plans of who sleeps where, the latest first',
    tag: 'stays',
    audience: editing,
    params: organisation,
    query: pageQuery,
    answer: pageOf(item),
  },
  makeRoomPlan: {
    method: 'POST',
    path: '/organisations/:organisation/room-plans',
    summary: 'Finds beds for the people of flows by lawful rules. The plan is kept; no bed is given yet',
    tag: 'stays',
    audience: editing,
    params: organisation,
    body: z.object({
      name: words(200).min(1),
      flowIds: z.array(z.uuid()).min(1).max(50),
      mostKilometres: z.number().int().min(0).max(1000).default(30),
    }),
    answer: item,
    status: 201,
  },
  readRoomPlan: {
    method: 'GET',
    path: '/organisations/:organisation/room-plans/:roomPlan',
    summary: 'One plan: people by room, and those without a bed with the reasons',
    tag: 'stays',
    audience: editing,
    params: plan,
    answer: shown,
  },
  solveRoomPlan: {
    method: 'POST',
    path: '/organisations/:organisation/room-plans/:roomPlan/solution',
    summary: 'Finds beds anew; whoever is locked stays where they are',
    tag: 'stays',
    audience: editing,
    params: plan,
    body: z.object({ version }),
    answer: item,
  },
  roomsOfPlan: {
    method: 'GET',
    path: '/organisations/:organisation/room-plans/:roomPlan/rooms',
    summary: 'Every room for one person of the plan as it stands: free beds, or why not',
    tag: 'stays',
    audience: editing,
    params: plan,
    query: z.object({ mobility: z.uuid() }),
    answer: z.object({ items: z.array(roomChoice) }),
  },
  turnRoomPlan: {
    method: 'PUT',
    path: '/organisations/:organisation/room-plans/:roomPlan/people',
    summary:
      'Moves one person within the plan by hand, takes their bed, or locks them; all others stay where they are',
    tag: 'stays',
    audience: editing,
    params: plan,
    body: z.object({
      mobilityId: z.uuid(),
      roomId: z.uuid().nullable().describe('Null: without a bed'),
      locked: z.boolean(),
      version,
    }),
    answer: item,
  },
  applyRoomPlan: {
    method: 'POST',
    path: '/organisations/:organisation/room-plans/:roomPlan/application',
    summary: 'Gives the beds of a plan; one answer for each person',
    tag: 'stays',
    audience: editing,
    params: plan,
    body: z.object({ version }),
    answer: z.object({
      done: z.number().int(),
      refused: z.array(z.object({ participant: z.string(), code: z.string() })),
    }),
  },
})
