import type { Day } from '#shared/dates.ts'

/** Nights from one day up to another: the last day is the one of leaving, and free for the next one. */
export interface Nights {
  from: Day
  to: Day
}

/** Somebody who needs a bed, as far as rooms look at them. */
export interface Guest extends Nights {
  id: string
  name: string
  /** Null or not told: they have a room of their own. */
  gender: string | null
  /** Under 18 on the day of departure; null where the birth date is not known. */
  minor: boolean | null
  /** A grown-up who travels with the group: lives near it. */
  leader: boolean
  accessNeeds: boolean
  petAllergy: boolean
  smokeAllergy: boolean
  dietKitchen: boolean
  quiet: boolean
  /** Whoever travels together is put together as far as it goes. */
  group: string
  /** Where the stay is, as rooms name it in `far`. */
  place: string
  friends: readonly string[]
}

/** A bed and when it is taken. */
export interface Bed {
  id: string
  busy: readonly Nights[]
}

/** A room with its beds, and who sleeps there when. */
export interface Room {
  id: string
  housingId: string
  beds: readonly Bed[]
  occupants: readonly (Nights & { kind: string })[]
  accessible: boolean
  pets: boolean
  smoking: boolean
  dietKitchen: boolean
  quiet: boolean
  family: boolean
  vettedUntil: Day | null
  /** Places of stays for which it is too far away. */
  far: readonly string[]
}

/** Where somebody sleeps. */
export interface Place {
  roomId: string
  bedId: string
}

export const overlap = (a: Nights, b: Nights): boolean => a.from < b.to && b.from < a.to

/**
 * Who may share a room: people of one gender, minors apart from adults (facts/workflow-and-documents.md B.7). Anybody whose gender or age is
 * not told is of a kind of their own: nobody is put with them unasked.
 */
export function kindOf({ id, gender, minor }: Pick<Guest, 'id' | 'gender' | 'minor'>): string {
  if (minor === null || (gender !== 'woman' && gender !== 'man')) return `alone ${id}`
  return `${gender} ${minor ? 'minor' : 'adult'}`
}

/** Why a room is not possible for somebody; words in `stays:reason.<code>`. */
export const roomReasons = ['access', 'pets', 'smoke', 'diet', 'vetting', 'far', 'occupied'] as const
export type RoomReason = (typeof roomReasons)[number]

/** What stands against somebody in a room in their nights; a full room is not among it. */
export function whyNotRoom(guest: Guest, room: Room): RoomReason[] {
  const kind = kindOf(guest)
  return [
    ...(guest.accessNeeds && !room.accessible ? ['access' as const] : []),
    ...(guest.petAllergy && room.pets ? ['pets' as const] : []),
    ...(guest.smokeAllergy && room.smoking ? ['smoke' as const] : []),
    ...(guest.dietKitchen && !room.dietKitchen ? ['diet' as const] : []),
    // A family is vetted before a minor lives there, for the whole time; whoever's age is not known counts as a minor.
    ...(guest.minor !== false && room.family && (room.vettedUntil === null || room.vettedUntil < guest.to)
      ? ['vetting' as const]
      : []),
    ...(room.far.includes(guest.place) ? ['far' as const] : []),
    ...(room.occupants.some((one) => one.kind !== kind && overlap(one, guest)) ? ['occupied' as const] : []),
  ]
}

export const isFree = (bed: Bed, nights: Nights): boolean => !bed.busy.some((one) => overlap(one, nights))

/** The first bed that is free in all of somebody's nights. */
export const freeBed = (room: Room, nights: Nights): Bed | undefined =>
  room.beds.find((bed) => isFree(bed, nights))

/** The rooms with these people in them; a bed that is not there is passed over. */
export function withPeople(
  rooms: readonly Room[],
  guests: readonly Guest[],
  placed: ReadonlyMap<string, Place>,
): Room[] {
  const byRoom = Map.groupBy(
    guests.flatMap((guest) => {
      const place = placed.get(guest.id)
      return place ? [{ guest, place }] : []
    }),
    ({ place }) => place.roomId,
  )
  return rooms.map((room) => {
    const here = byRoom.get(room.id)
    if (!here) return room
    const beds = Map.groupBy(here, ({ place }) => place.bedId)
    return {
      ...room,
      beds: room.beds.map((bed) => ({
        ...bed,
        busy: [...bed.busy, ...(beds.get(bed.id) ?? []).map(({ guest: { from, to } }) => ({ from, to }))],
      })),
      occupants: [
        ...room.occupants,
        ...here.map(({ guest }) => ({ from: guest.from, to: guest.to, kind: kindOf(guest) })),
      ],
    }
  })
}

/** Whether an allocation breaks nothing: one person a bed and night, kinds apart, and what each needs. */
export function isLawful(
  guests: readonly Guest[],
  rooms: readonly Room[],
  placed: ReadonlyMap<string, Place>,
): boolean {
  const seen = new Map(rooms.map((room) => [room.id, room]))
  return guests.every((guest) => {
    const place = placed.get(guest.id)
    if (!place) return true
    const room = seen.get(place.roomId)
    const bed = room?.beds.find(({ id }) => id === place.bedId)
    if (!room || !bed || !isFree(bed, guest) || whyNotRoom(guest, room).length > 0) return false
    const [filled] = withPeople([room], [guest], placed)
    if (filled) seen.set(room.id, filled)
    return true
  })
}
