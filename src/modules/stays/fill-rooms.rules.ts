import { compare, makeOf, type GuestClass, type RoomClass, type Share } from './room-problem.rules.ts'
import type { Guest, Nights, Place, Room } from './room-rules.rules.ts'

/**
 * Turns shares into people in beds. All guests of one kind may share any room that is given to their kind, and beds of one make are alike: taken
 * in the order of arrival, the first free bed always does (an interval graph needs no more colours than people at once). Friends and those
 * who travel together are put side by side.
 */
export function fillRooms(
  guests: readonly GuestClass[],
  rooms: readonly RoomClass[],
  shares: readonly (Share & { count: number })[],
  periods: readonly Nights[],
): Map<string, Place> {
  const placed = new Map<string, Place>()
  const left = guests.map((one) => inFriendOrder(one.guests))
  const freeRooms = rooms.map((one) => one.rooms.toSorted((a, b) => compare(a.housingId, b.housingId)))
  const byKind = Map.groupBy(
    shares.filter(({ count }) => count > 0),
    (share) => JSON.stringify([share.rooms, guests[share.guests]?.kind]),
  )
  for (const ofKind of byKind.values()) {
    const at = ofKind[0]?.rooms ?? 0
    const makes = [...Map.groupBy(ofKind, ({ make }) => make)].map(([make, group]) => ({
      make,
      people: inFriendOrder(group.flatMap(({ guests: g, count }) => left[g]?.splice(0, count) ?? [])),
    }))
    const needed = makes.map(({ make, people }) => most(people) / (rooms[at]?.makes.get(make) ?? 1))
    const taken = freeRooms[at]?.splice(0, Math.ceil(Math.max(...needed) - 1e-9)) ?? []
    for (const { make, people } of makes) putIn(people, taken, make, periods, placed)
  }
  return placed
}

function putIn(
  people: readonly Guest[],
  rooms: readonly Room[],
  make: string,
  periods: readonly Nights[],
  placed: Map<string, Place>,
): void {
  const beds = rooms.flatMap((room) =>
    room.beds
      .filter((bed) => makeOf(bed, periods) === make)
      .map((bed) => ({ place: { roomId: room.id, bedId: bed.id }, until: '' })),
  )
  for (const guest of people.toSorted((a, b) => compare(a.from, b.from))) {
    const bed = beds.find(({ until }) => until <= guest.from)
    if (!bed) continue
    bed.until = guest.to
    placed.set(guest.id, bed.place)
  }
}

/** How many of these people are there at once at most. */
const most = (people: readonly Guest[]): number =>
  Math.max(
    0,
    ...people.map(({ from }) => people.filter((other) => other.from <= from && from < other.to).length),
  )

/** Friends follow each other; those of one group too. */
function inFriendOrder(guests: readonly Guest[]): Guest[] {
  const byId = new Map(guests.map((one) => [one.id, one]))
  const ordered: Guest[] = []
  const seen = new Set<string>()
  const visit = (guest: Guest): void => {
    if (seen.has(guest.id)) return
    seen.add(guest.id)
    ordered.push(guest)
    for (const id of guest.friends) {
      const friend = byId.get(id)
      if (friend) visit(friend)
    }
  }
  const order = guests.toSorted(
    (a, b) => compare(a.group, b.group) || b.friends.length - a.friends.length || compare(a.id, b.id),
  )
  for (const guest of order) visit(guest)
  return ordered
}
