import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import * as shapes from './journeys.shapes.contract.ts'
import { directions, means } from './travel-means.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const flow = organisation.extend({ flow: z.uuid() })
const booking = organisation.extend({ booking: z.uuid() })
const mobility = organisation.extend({ mobility: z.uuid() })
const own = z.object({ mobility: z.uuid() })
const direction = { direction: z.enum(directions) }
const reading = { permission: 'mobilities.read' } as const
const editing = { permission: 'mobilities.edit' } as const
const tag = 'journeys'
const oneWay = z.object({
  legs: z
    .array(shapes.legInput.omit({ id: true, direction: true }))
    .max(10)
    .describe('None: takes the way back'),
})

export const journeysContract = endpoints({
  listBookings: {
    method: 'GET',
    path: '/organisations/:organisation/flows/:flow/bookings',
    summary:
      'How a flow travels: its bookings with legs and people, who has no journey yet, and how green each is',
    tag,
    audience: reading,
    params: flow,
    answer: z.object({
      flow: z.object({
        id: z.string(),
        name: z.string(),
        country: z.string().nullable(),
        town: z.string().nullable(),
        homeCountry: z.string().nullable(),
        homeTown: z.string().nullable(),
        startDate: z.string().nullable(),
        endDate: z.string().nullable(),
        own: z.boolean(),
      }),
      bookings: z.array(shapes.bookingShape),
      people: z.array(
        z.object({
          mobilityId: z.string(),
          participant: z.string(),
          directions: z.array(z.enum(directions)),
          share: z.number().nullable(),
          green: z.boolean().nullable(),
          saysGreen: z.boolean().nullable(),
        }),
      ),
      mayEdit: z.boolean(),
    }),
  },
  readBooking: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/bookings/reading',
    summary: 'Says what is understood of a pasted list or itinerary; nothing is saved',
    tag,
    audience: editing,
    params: flow,
    body: z.object({ text: z.string().min(1).max(200_000) }),
    answer: shapes.bookingReading,
  },
  addBooking: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/bookings',
    summary: 'Enters a booking with its legs and puts people on it; each person is answered',
    tag,
    audience: editing,
    params: flow,
    body: shapes.bookingInput.extend({
      travellers: z.array(shapes.travellerInput).max(1000).default([]),
      replace: z.boolean().default(false).describe('Whoever has a way already gets this one instead'),
    }),
    answer: z.object({ booking: shapes.bookingShape, rows: shapes.travellerOutcomes }),
    status: 201,
  },
  saveBooking: {
    method: 'PUT',
    path: '/organisations/:organisation/bookings/:booking',
    summary: 'Changes a booking; whoever travels on a leg with new times is told where the journey is near',
    tag,
    audience: editing,
    params: booking,
    body: shapes.bookingInput.extend({ version: z.number().int() }),
    answer: shapes.bookingShape,
  },
  removeBooking: {
    method: 'DELETE',
    path: '/organisations/:organisation/bookings/:booking',
    summary: 'Takes a booking away with the ways of all who travel on it',
    tag,
    audience: editing,
    params: booking,
  },
  putOn: {
    method: 'POST',
    path: '/organisations/:organisation/bookings/:booking/travellers',
    summary: 'Puts people on a booking; each is answered',
    tag,
    audience: editing,
    params: booking,
    body: z.object({
      travellers: z.array(shapes.travellerInput).min(1).max(1000),
      replace: z.boolean().default(false),
    }),
    answer: z.object({ booking: shapes.bookingShape, rows: shapes.travellerOutcomes }),
  },
  takeOff: {
    method: 'POST',
    path: '/organisations/:organisation/bookings/:booking/travellers/removal',
    summary: 'Takes people off a booking',
    tag,
    audience: editing,
    params: booking,
    body: z.object({
      mobilityIds: z.array(z.uuid()).max(1000).default([]),
      names: z.array(z.string().max(200)).max(1000).default([]),
    }),
    answer: shapes.bookingShape,
  },
  moveLeg: {
    method: 'PUT',
    path: '/organisations/:organisation/legs/:leg/time',
    summary: 'Says a new arrival (way there) or departure (way back) of a leg; whoever travels on it is told',
    tag,
    audience: editing,
    params: organisation.extend({ leg: z.uuid() }),
    body: z.object({ day: z.iso.date(), time: shapes.time }),
    answer: z.object({ people: z.number().int() }),
  },
  ofMobility: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/journey',
    summary: 'Somebody’s journey there and back, for the sender and the host',
    tag,
    audience: reading,
    params: mobility,
    answer: shapes.journeyShape,
  },
  saveWay: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/journey/:direction',
    summary: 'Types one person’s way there or back, leg by leg',
    tag,
    audience: editing,
    params: mobility.extend(direction),
    body: oneWay,
    answer: shapes.journeyShape,
  },
  keepProof: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/journey/proofs',
    summary: 'Keeps a ticket or a green travel declaration with a journey',
    tag,
    audience: editing,
    params: mobility,
    body: shapes.proofInput,
    answer: shapes.journeyShape,
    status: 201,
  },
  readOwn: {
    method: 'GET',
    path: '/me/mobilities/:mobility/journey',
    summary: 'One’s own journey: legs, who picks one up, what to do when late',
    tag,
    audience: 'person',
    params: own,
    answer: shapes.journeyShape,
  },
  saveOwnWay: {
    method: 'PUT',
    path: '/me/mobilities/:mobility/journey/:direction',
    summary: 'Says how one travels there or back',
    tag,
    audience: 'person',
    params: own.extend(direction),
    body: oneWay,
    answer: shapes.journeyShape,
  },
  keepOwnProof: {
    method: 'POST',
    path: '/me/mobilities/:mobility/journey/proofs',
    summary: 'Keeps one’s ticket or green travel declaration',
    tag,
    audience: 'person',
    params: own,
    body: shapes.proofInput,
    answer: shapes.journeyShape,
    status: 201,
  },
  readRules: {
    method: 'GET',
    path: '/organisations/:organisation/journey-rules',
    summary: 'What the organisation says about late arrivals and counts as green',
    tag,
    audience: reading,
    params: organisation,
    answer: z.object({
      lateFrom: z.string(),
      lateUntil: z.string(),
      lateText: z.string().nullable(),
      greenMeans: z.array(z.enum(means)),
      greenFrom: z.number().int().describe('Percent of the way'),
      usual: z.boolean().describe('Nothing of its own is said yet'),
      version: z.number().int(),
    }),
  },
  saveRules: {
    method: 'PUT',
    path: '/organisations/:organisation/journey-rules',
    summary: 'Says from when an arrival is late, what to do then, and what counts as green',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({
      lateFrom: shapes.time,
      lateUntil: shapes.time,
      lateText: z.string().normalize('NFC').trim().max(2000).nullish(),
      greenMeans: z.array(z.enum(means)).max(8),
      greenFrom: z.number().int().min(1).max(100),
      version: z.number().int(),
    }),
    answer: z.object({ version: z.number().int() }),
  },
})
