import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { time } from './journeys.shapes.contract.ts'
import { directions, means } from './travel-means.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const transfer = organisation.extend({ transfer: z.uuid() })
const reading = { permission: 'mobilities.read' } as const
const editing = { permission: 'mobilities.edit' } as const
const tag = 'journeys'
const words = (max: number) => z.string().normalize('NFC').trim().max(max)
const yes = z.enum(['true', 'false']).transform((text) => text === 'true')

const filters = z.object({
  direction: z.enum(directions).default('out'),
  from: z.iso.date().optional().describe('First day; today unless told'),
  to: z.iso.date().optional().describe('Last day; four weeks later unless told'),
  flow: z.uuid().optional(),
  q: z.string().max(200).optional().describe('Part of a name'),
  town: z.string().max(200).optional().describe('Where people arrive, or leave from'),
  late: yes.optional().describe('Only late arrivals'),
  waiting: yes.optional().describe('Only people without a transfer'),
})

export const arrivalShape = z.object({
  journeyId: z.string(),
  mobilityId: z.string().nullable(),
  participant: z.string(),
  schoolId: z.string(),
  school: z.string(),
  flow: z.object({ id: z.string(), name: z.string() }).nullable(),
  phone: z.string().nullable(),
  day: z.string(),
  time: z.string(),
  means: z.enum(means),
  carrier: z.string().nullable(),
  number: z.string().nullable(),
  legId: z.string(),
  from: z.string(),
  town: z.string(),
  country: z.string(),
  stop: z.string().nullable(),
  seat: z.string().nullable(),
  late: z.boolean(),
  changedAt: z.string().nullable(),
  wasDay: z.string().nullable(),
  wasTime: z.string().nullable(),
  housing: z.string().nullable(),
  company: z.string().nullable(),
  transfer: z
    .object({
      id: z.string(),
      name: z.string(),
      atTime: z.string(),
      onDay: z.string(),
      driver: z.string().nullable(),
    })
    .nullable(),
})

export const transferInput = z.object({
  direction: z.enum(directions),
  name: words(100).min(1),
  onDay: z.iso.date(),
  atTime: time,
  driver: words(200).nullish(),
  phone: words(50).nullish(),
  seats: z.number().int().min(1).max(200),
  fromPlace: words(200).min(1),
  toPlace: words(200).min(1),
  meetingPoint: words(500).nullish(),
  note: words(2000).nullish(),
})

export const transferShape = z.object({
  id: z.string(),
  direction: z.enum(directions),
  name: z.string(),
  onDay: z.string(),
  atTime: z.string(),
  driver: z.string().nullable(),
  phone: z.string().nullable(),
  seats: z.number().int(),
  taken: z.number().int(),
  fromPlace: z.string(),
  toPlace: z.string(),
  meetingPoint: z.string().nullable(),
  note: z.string().nullable(),
  people: z.array(arrivalShape),
  version: z.number().int(),
})

const seat = z.object({
  journeyId: z.uuid(),
  transferId: z.uuid().nullable().describe('Null takes somebody off'),
})

export const arrivalsContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/arrivals',
    summary: 'Who arrives (or leaves) when and where, by day and hour',
    tag,
    audience: reading,
    params: organisation,
    query: pageQuery.extend(filters.shape),
    answer: pageOf(arrivalShape).extend({
      late: z.object({ from: z.string(), until: z.string(), text: z.string().nullable() }),
    }),
  },
  file: {
    method: 'GET',
    path: '/organisations/:organisation/arrivals/file',
    summary: 'The same list as a CSV file',
    tag,
    audience: reading,
    params: organisation,
    query: filters,
    carries: 'bytes',
  },
  missing: {
    method: 'GET',
    path: '/organisations/:organisation/arrivals/missing',
    summary: 'Flows that leave soon, with how many of their people have no way there (or back) yet',
    tag,
    audience: reading,
    params: organisation,
    query: filters.pick({ direction: true, from: true, to: true }),
    answer: z.object({
      items: z.array(
        z.object({
          flow: z.object({ id: z.string(), name: z.string() }),
          school: z.string(),
          starts: z.string(),
          people: z.number().int(),
          without: z.number().int(),
          example: z.string(),
        }),
      ),
    }),
  },
  ask: {
    method: 'POST',
    path: '/organisations/:organisation/arrivals/requests',
    summary:
      'Asks those of a flow who have no journey yet: the sender asks its participants, a host asks the sender',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({ flowId: z.uuid() }),
    answer: z.object({
      asked: z.number().int(),
      unreachable: z.array(z.string()).describe('Names without an e-mail address'),
    }),
  },
  listTransfers: {
    method: 'GET',
    path: '/organisations/:organisation/transfers',
    summary: 'Vehicles and who is in them, by day and hour',
    tag,
    audience: reading,
    params: organisation,
    query: pageQuery.extend(filters.pick({ direction: true, from: true, to: true }).shape),
    answer: pageOf(transferShape),
  },
  addTransfer: {
    method: 'POST',
    path: '/organisations/:organisation/transfers',
    summary: 'Plans a vehicle with its driver, seats and meeting point',
    tag,
    audience: editing,
    params: organisation,
    body: transferInput,
    answer: transferShape,
    status: 201,
  },
  saveTransfer: {
    method: 'PUT',
    path: '/organisations/:organisation/transfers/:transfer',
    summary: 'Changes a vehicle; never fewer seats than people in it',
    tag,
    audience: editing,
    params: transfer,
    body: transferInput.extend({ version: z.number().int() }),
    answer: transferShape,
  },
  removeTransfer: {
    method: 'DELETE',
    path: '/organisations/:organisation/transfers/:transfer',
    summary: 'Takes a vehicle away; its people wait for another one',
    tag,
    audience: editing,
    params: transfer,
  },
  propose: {
    method: 'POST',
    path: '/organisations/:organisation/transfers/proposal',
    summary: 'Fills the vehicles of some days in order of time, seats counted; nothing is saved',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({ direction: z.enum(directions), from: z.iso.date(), to: z.iso.date() }),
    answer: z.object({
      seats: z.array(z.object({ journeyId: z.string(), transferId: z.string() })),
      without: z.array(
        z.object({ journeyId: z.string(), participant: z.string(), reason: z.enum(['no-vehicle', 'full']) }),
      ),
    }),
  },
  seat: {
    method: 'POST',
    path: '/organisations/:organisation/transfers/seats',
    summary: 'Puts people into vehicles or takes them out; never more people than seats, each is answered',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({ seats: z.array(seat).min(1).max(2000) }),
    answer: z.object({
      done: z.number().int(),
      refused: z.array(
        z.object({
          journeyId: z.string(),
          participant: z.string(),
          code: z.enum(['full', 'not-there', 'other-way', 'others-vehicle']),
        }),
      ),
    }),
  },
})
