import { compare, makeOf, type GuestClass, type RoomClass, type Share } from './room-problem.rules.ts'
import { whyNotRoom, type Guest, type Nights, type Place, type Room } from './room-rules.rules.ts'

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
  const freeRooms = rooms.map((one) => [...one.rooms])
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

/**
 * Puts friends into one room by changing two people of one kind and the same nights, as long as both may sleep there and nobody loses a quiet
 * room or a friend for it. Changes `placed`.
 */
export function bringFriendsTogether(
  guests: readonly Guest[],
  rooms: readonly Room[],
  placed: Map<string, Place>,
): void {
  const byRoom = new Map(rooms.map((room) => [room.id, room]))
  const people = guests.filter(({ id }) => placed.has(id))
  const byId = new Map(people.map((one) => [one.id, one]))
  const friends = new Map(people.map(({ id }) => [id, new Set<string>()]))
  for (const { id, friends: named } of people)
    for (const friend of named)
      if (byId.has(friend)) {
        friends.get(id)?.add(friend)
        friends.get(friend)?.add(id)
      }
  const roomOf = (id: string): string => placed.get(id)?.roomId ?? ''
  const near = (id: string, room: string, but: string): number =>
    [...(friends.get(id) ?? [])].filter((friend) => friend !== but && roomOf(friend) === room).length
  const alike = (a: Guest, b: Guest): boolean =>
    a.from === b.from && a.to === b.to && a.gender === b.gender && a.minor === b.minor && a.group === b.group
  const inRoom = Map.groupBy(people, ({ id }) => roomOf(id))
  for (const guest of people)
    for (const friend of friends.get(guest.id) ?? []) {
      const [from, to] = [byRoom.get(roomOf(guest.id)), byRoom.get(roomOf(friend))]
      if (!from || !to || from === to) continue
      const other = (inRoom.get(to.id) ?? []).find(
        (one) =>
          one.id !== friend &&
          alike(one, guest) &&
          near(guest.id, to.id, one.id) + near(one.id, from.id, guest.id) >
            near(guest.id, from.id, one.id) + near(one.id, to.id, guest.id) &&
          fits(guest, from, to) &&
          fits(one, to, from),
      )
      if (other) change(guest, other, placed, inRoom)
    }
}

const fits = (guest: Guest, from: Room, to: Room): boolean =>
  !(guest.quiet && from.quiet && !to.quiet) && whyNotRoom(guest, to).length === 0

function change(a: Guest, b: Guest, placed: Map<string, Place>, inRoom: Map<string, Guest[]>): void {
  const [first, second] = [placed.get(a.id), placed.get(b.id)]
  if (!first || !second) return
  placed.set(a.id, second)
  placed.set(b.id, first)
  inRoom.set(first.roomId, [...(inRoom.get(first.roomId) ?? []).filter(({ id }) => id !== a.id), b])
  inRoom.set(second.roomId, [...(inRoom.get(second.roomId) ?? []).filter(({ id }) => id !== b.id), a])
}
