import type { Day } from '#shared/dates.ts'

/** Somebody who needs a bed, as far as rooms look at them. */
export interface Guest {
  id: string
  name: string
  /** Null or undisclosed: they have a room of their own. */
  gender: string | null
  minor: boolean
  accessNeeds: boolean
  petAllergy: boolean
  smokeAllergy: boolean
  quiet: boolean
  /** Whoever travels together is put together as far as it goes. */
  group: string
  friends: readonly string[]
}

/** Free beds of one room over the whole time, and who sleeps there already. */
export interface FreeRoom {
  id: string
  housingId: string
  beds: number
  /** The kind of those who have a bed in it in that time; null: nobody. */
  kind: string | null
  accessible: boolean
  pets: boolean
  smoking: boolean
  quiet: boolean
  family: boolean
  vettedUntil: Day | null
}

/**
 * Who may share a room: people of one gender, minors apart from adults (facts/workflow-and-documents.md B.7). Anybody whose gender is
 * not told is of a kind of their own: nobody is put with them unasked.
 */
export function kindOf({ id, gender, minor }: Pick<Guest, 'id' | 'gender' | 'minor'>): string {
  const age = minor ? 'minor' : 'adult'
  return gender === 'woman' || gender === 'man' ? `${gender} ${age}` : `alone ${id}`
}

/** Why a room is not possible for somebody; words in `stays:reason.<code>`. */
export type RoomReason = 'access' | 'pets' | 'smoke' | 'vetting' | 'occupied'

/** What stands against somebody in a room until a day; a full room is not among it. */
export function whyNotRoom(guest: Guest, room: FreeRoom, until: Day): RoomReason[] {
  return [
    ...(guest.accessNeeds && !room.accessible ? ['access' as const] : []),
    ...(guest.petAllergy && room.pets ? ['pets' as const] : []),
    ...(guest.smokeAllergy && room.smoking ? ['smoke' as const] : []),
    // A family is vetted before a minor lives there, for the whole time.
    ...(guest.minor && room.family && (room.vettedUntil === null || room.vettedUntil < until)
      ? ['vetting' as const]
      : []),
    ...(room.kind !== null && room.kind !== kindOf(guest) ? ['occupied' as const] : []),
  ]
}

/** Whether an allocation breaks nothing: beds, kinds, and what each needs. */
export function isLawfulAllocation(
  guests: readonly Guest[],
  rooms: readonly FreeRoom[],
  allocated: ReadonlyMap<string, string>,
  until: Day,
): boolean {
  return rooms.every((room) => {
    const here = guests.filter(({ id }) => allocated.get(id) === room.id)
    return (
      here.length <= room.beds &&
      new Set(here.map(kindOf)).size <= 1 &&
      here.every((guest) => whyNotRoom(guest, room, until).length === 0)
    )
  })
}
