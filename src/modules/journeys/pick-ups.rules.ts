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

/** Whether somebody still comes: on a way that is known, on one that is not known any more, or not at all. */
export type Standing = 'travels' | 'no-way' | 'gone'
export type PickUpNews = 'planned' | 'changed' | 'cancelled' | Exclude<Standing, 'travels'>

/** What is new to somebody who knew of one ride, or of none, and has another now; null where nothing is. */
export function newsOf(
  was: Ride | null,
  now: Ride | null,
  standing: Standing = 'travels',
): PickUpNews | null {
  if (standing !== 'travels') return was && standing
  if (was === null) return now === null ? null : 'planned'
  if (now === null) return 'cancelled'
  return sameRide(was, now) ? null : 'changed'
}

/** Whether a mail is worth it: the old or the new ride is neither over nor farther away than two weeks. `until`: the last near day. */
export const isNear = (was: Ride | null, now: Ride | null, today: string, until: string): boolean =>
  [was, now].some((ride) => ride !== null && ride.onDay <= until && ride.onDay >= today)

/** What of a change says whose ride it is. */
export interface RideChange {
  journeyId: string
  mobilityId: string | null
  direction: string
  was: Ride | null
  now: Ride | null
}

/** A ride that was lost, and what was planned instead on a way that was entered again, are one change. */
export function asOneChange<C extends RideChange>(changes: readonly C[], lost: readonly C[]): C[] {
  const placeOf = ({ mobilityId, journeyId, direction }: C): string =>
    `${mobilityId ?? journeyId} ${direction}`
  const before = new Map(lost.map((one) => [placeOf(one), one]))
  const again = new Set(changes.map(placeOf))
  return [
    ...changes.map((one) => ({ ...one, was: before.get(placeOf(one))?.was ?? one.was })),
    ...lost.filter((one) => !again.has(placeOf(one))),
  ]
}
