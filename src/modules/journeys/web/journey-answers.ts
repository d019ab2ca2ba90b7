import type { AnswerOf } from '#web/api/api.ts'

export type Arrival = AnswerOf<'GET /organisations/:organisation/arrivals'>['items'][number]
export type Transfer = AnswerOf<'GET /organisations/:organisation/transfers'>['items'][number]
export type FlowJourneysAnswer = AnswerOf<'GET /organisations/:organisation/flows/:flow/bookings'>
export type Booking = FlowJourneysAnswer['bookings'][number]
export type Reading = AnswerOf<'POST /organisations/:organisation/flows/:flow/bookings/reading'>
export type Journey = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/journey'>
export type Way = NonNullable<Journey['out']>
export type Leg = Booking['legs'][number]

/** What any change to journeys makes old on the screen. */
export const journeyReads = [
  'GET /organisations/:organisation/flows/:flow/bookings',
  'GET /organisations/:organisation/mobilities/:mobility/journey',
  'GET /organisations/:organisation/arrivals',
  'GET /organisations/:organisation/arrivals/missing',
  'GET /organisations/:organisation/transfers',
  'GET /organisations/:organisation/mobilities/:mobility/tasks',
  'GET /organisations/:organisation/mobilities/:mobility',
] as const

/** People who are met at the same hour from the same flight or train, in order. */
export function byLeg(arrivals: readonly Arrival[]): Arrival[][] {
  return [...Map.groupBy(arrivals, (one) => `${one.day} ${one.time} ${one.legId}`).values()]
}

/** The last part of an official address: where people are met. */
export const placeName = ({ town, stop }: { town: string; stop: string | null }): string =>
  [town, stop].filter(Boolean).join(', ')
