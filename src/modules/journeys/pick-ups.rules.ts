/** What somebody is told of a vehicle: who, when, from where to where. */
export interface Ride {
  name: string
  onDay: string
  atTime: string
  driver: string | null
  phone: string | null
  fromPlace: string
  toPlace: string
  meetingPoint: string | null
  note: string | null
}

const rideFields = [
  'name',
  'onDay',
  'atTime',
  'fromPlace',
  'toPlace',
  'meetingPoint',
  'driver',
  'phone',
  'note',
] as const satisfies readonly (keyof Ride)[]

type Told = Partial<Record<(typeof rideFields)[number], string | null | undefined>>

/** How long changes are gathered before those concerned are told, in minutes: a morning of planning is one mail, and what is taken back is none. */
export const quietMinutes = 5

/** Whoever travels within so many days is told of a change by mail; everybody sees it in the app. */
export const nearDays = 14

/** Whether these are the same ride to whoever waits for it; seats are no matter of theirs. */
export const sameRide = (one: Told, other: Told): boolean =>
  rideFields.every((field) => (one[field] || null) === (other[field] || null))

export type PickUpNews = 'planned' | 'changed' | 'cancelled'

/** What is new to somebody who knew of one ride, or of none, and has another now; null where nothing is. */
export function newsOf(was: Ride | null, now: Ride | null): PickUpNews | null {
  if (was === null) return now === null ? null : 'planned'
  if (now === null) return 'cancelled'
  return sameRide(was, now) ? null : 'changed'
}

/** Whether a mail is worth it: the old or the new ride is neither over nor farther away than two weeks. `until`: the last near day. */
export const isNear = (was: Ride | null, now: Ride | null, today: string, until: string): boolean =>
  [was, now].some((ride) => ride !== null && ride.onDay <= until && ride.onDay >= today)
