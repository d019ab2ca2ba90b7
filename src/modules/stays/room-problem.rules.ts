import type { Day } from '#shared/dates.ts'
import { kindOf, whyNotRoom, type FreeRoom, type Guest } from './room-rules.rules.ts'

/** Guests for whom all rooms are the same: one column for all of them. */
export interface GuestClass {
  kind: string
  guests: Guest[]
}

/** Rooms that are the same for all guests: one column for all of them. */
export interface RoomClass {
  housingId: string
  beds: number
  rooms: FreeRoom[]
}

/** So many guests of a class live in rooms of a class that are given to the guests' kind. */
export interface Share {
  guests: number
  rooms: number
  count: number
}

const groupBy = <T>(items: readonly T[], key: (item: T) => unknown): T[][] => [
  ...Map.groupBy(items, (item) => JSON.stringify(key(item))).values(),
]

export function guestClasses(guests: readonly Guest[]): GuestClass[] {
  return groupBy(guests, (one) => [
    kindOf(one),
    one.accessNeeds,
    one.petAllergy,
    one.smokeAllergy,
    one.quiet,
    one.group,
  ]).map((same) => ({ kind: kindOf(same[0] as Guest), guests: same }))
}

export function roomClasses(rooms: readonly FreeRoom[]): RoomClass[] {
  return groupBy(
    rooms.filter(({ beds }) => beds > 0),
    ({ id: _id, ...same }) => same,
  ).map((same) => ({
    housingId: same[0]?.housingId ?? '',
    beds: same[0]?.beds ?? 0,
    rooms: same,
  }))
}

/** The pairs of classes that are possible. */
export function possibleShares(
  guests: readonly GuestClass[],
  rooms: readonly RoomClass[],
  until: Day,
): { guests: number; rooms: number }[] {
  return guests.flatMap(({ guests: [guest] }, g) =>
    rooms.flatMap(({ rooms: [room] }, r) =>
      guest && room && whyNotRoom(guest, room, until).length === 0 ? [{ guests: g, rooms: r }] : [],
    ),
  )
}

/**
 * Turns shares into people in rooms. All guests of one kind may share any room that is given to their kind, so every filling is lawful; friends
 * and those who travel together are put side by side.
 */
export function fillRooms(
  guests: readonly GuestClass[],
  rooms: readonly RoomClass[],
  shares: readonly Share[],
): Map<string, string> {
  const allocated = new Map<string, string>()
  const left = guests.map((one) => inFriendOrder(one.guests))
  const freeRooms = rooms.map((one) => [...one.rooms])
  const byPlace = Map.groupBy(
    shares.filter(({ count }) => count > 0),
    (share) => JSON.stringify([share.rooms, guests[share.guests]?.kind]),
  )
  for (const group of byPlace.values()) {
    const at = group[0]?.rooms ?? 0
    const beds = rooms[at]?.beds ?? 0
    const people = inFriendOrder(group.flatMap(({ guests: g, count }) => left[g]?.splice(0, count) ?? []))
    while (people.length > 0) {
      const room = freeRooms[at]?.shift()
      if (!room) break
      for (const person of people.splice(0, beds)) allocated.set(person.id, room.id)
    }
  }
  return allocated
}

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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
