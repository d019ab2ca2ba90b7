import { distanceKm } from '#modules/places/distance.rules.ts'
import { pointOf, townFinder } from './distances.ts'
import type { GuestRow, RoomRow } from './guests.store.ts'
import { kindOf, type Guest, type Nights, type Room } from './room-rules.rules.ts'
import { isMinorAt } from './shown-stay.ts'

const placeOf = ({ country, town }: Pick<GuestRow, 'country' | 'town'>): string => `${country} ${town}`

/** Somebody as the rules see them, for these nights. */
export function guestFrom(row: GuestRow, nights: Nights): Guest {
  return {
    id: row.mobilityId,
    name: row.participant,
    gender: row.gender,
    minor: isMinorAt(row.birthDate, row.departure),
    leader: row.leader,
    accessNeeds: row.accessNeeds,
    petAllergy: row.petAllergy,
    smokeAllergy: row.smokeAllergy,
    dietKitchen: row.dietKitchen,
    quiet: row.quiet,
    group: row.flowId ?? row.schoolId,
    place: placeOf(row),
    friends: row.friends,
    ...nights,
  }
}

/** Rooms as the rules see them; `far` for whom, where a limit is set. */
export function roomsFrom(
  rows: readonly RoomRow[],
  limit?: { guests: readonly GuestRow[]; kilometres: number },
): Room[] {
  const find = townFinder()
  const places = new Map((limit?.guests ?? []).map((one) => [placeOf(one), one]))
  return rows.map((row) => ({
    id: row.id,
    housingId: row.housingId,
    beds: row.beds,
    occupants: row.occupants.map((one) => ({
      from: one.from,
      to: one.to,
      kind: kindOf({ id: one.id, gender: one.gender, minor: isMinorAt(one.birthDate, one.departure) }),
    })),
    accessible: row.accessible,
    pets: row.pets,
    smoking: row.smoking,
    dietKitchen: row.dietKitchen,
    quiet: row.quiet,
    family: row.kind === 'family',
    vettedUntil: row.vettedUntil,
    far: limit ? [...places].filter(([, place]) => isFar(place, row)).map(([key]) => key) : [],
  }))

  function isFar(place: GuestRow, row: RoomRow): boolean {
    if (place.country && row.country && place.country !== row.country) return true
    const [from, to] = [find(place), pointOf(row, find)]
    return from !== null && to !== null && distanceKm(from, to) > (limit?.kilometres ?? Infinity)
  }
}
