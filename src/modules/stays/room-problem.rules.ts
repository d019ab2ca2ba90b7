import { isFree, kindOf, whyNotRoom, type Guest, type Nights, type Room } from './room-rules.rules.ts'

/** Guests for whom all rooms are the same: one column for all of them. */
export interface GuestClass extends Nights {
  kind: string
  guests: Guest[]
}

/** Rooms that are the same for all guests: one column for all of them. */
export interface RoomClass {
  rooms: Room[]
  /** The kinds of guests for whom they are possible, by the place of the class. */
  possible: readonly boolean[]
  /** How many beds of each make a room has. The make says for which periods a bed is free, one digit each. */
  makes: ReadonlyMap<string, number>
}

/** A class of guests that can sleep in beds of one make in rooms of a class. */
export interface Share {
  guests: number
  rooms: number
  make: string
}

const groupBy = <T>(items: readonly T[], key: (item: T) => unknown): T[][] => [
  ...Map.groupBy(items, (item) => JSON.stringify(key(item))).values(),
]

/** By what a room can be refused for. What is only pleasant (quiet, one's group, friends) parts nobody: the fewer classes, the sooner it is solved. */
export function guestClasses(guests: readonly Guest[]): GuestClass[] {
  return groupBy(guests, (one) => [
    kindOf(one),
    one.from,
    one.to,
    one.place,
    one.accessNeeds,
    one.petAllergy,
    one.smokeAllergy,
    one.dietKitchen,
    one.minor,
  ]).map((same) => {
    const first = same[0] as Guest
    return { kind: kindOf(first), from: first.from, to: first.to, guests: same }
  })
}

/** The different periods of these guests. */
export const periodsOf = (classes: readonly GuestClass[]): Nights[] =>
  groupBy(classes, ({ from, to }) => [from, to]).map(([one]) => ({
    from: one?.from ?? '',
    to: one?.to ?? '',
  }))

/** For which of the periods a bed is free. */
export const makeOf = (bed: Room['beds'][number], periods: readonly Nights[]): string =>
  periods.map((period) => (isFree(bed, period) ? '1' : '0')).join('')

/** Rooms are alike where they are possible for the same people and have the same beds, whatever else they are like. */
export function roomClasses(
  rooms: readonly Room[],
  guests: readonly GuestClass[],
  periods: readonly Nights[],
): RoomClass[] {
  const seen = rooms
    .map((room) => ({
      room,
      possible: guests.map(
        ({ guests: [guest] }) => guest !== undefined && whyNotRoom(guest, room).length === 0,
      ),
      makes: new Map(
        [...Map.groupBy(room.beds, (bed) => makeOf(bed, periods))]
          .filter(([make]) => make.includes('1'))
          .map(([make, beds]): [string, number] => [make, beds.length])
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    }))
    .filter(({ makes, possible }) => makes.size > 0 && possible.includes(true))
  return groupBy(seen, ({ possible, makes }) => [possible, [...makes]]).map((same) => ({
    rooms: same.map(({ room }) => room),
    possible: same[0]?.possible ?? [],
    makes: same[0]?.makes ?? new Map<string, number>(),
  }))
}

/** The pairs of classes that are possible, with each make of bed that is free in the guests' nights. */
export function possibleShares(
  guests: readonly GuestClass[],
  rooms: readonly RoomClass[],
  periods: readonly Nights[],
): Share[] {
  return guests.flatMap(({ from, to }, g) => {
    const at = periods.findIndex((period) => period.from === from && period.to === to)
    return rooms.flatMap(({ possible, makes }, r) =>
      possible[g]
        ? [...makes.keys()].filter((make) => make[at] === '1').map((make) => ({ guests: g, rooms: r, make }))
        : [],
    )
  })
}

/** Guests whose nights one by one or through others: each such crowd is a problem of its own. */
export function crowdsOf(guests: readonly Guest[]): Guest[][] {
  const crowds: Guest[][] = []
  let until = ''
  for (const guest of guests.toSorted((a, b) => compare(a.from, b.from) || compare(a.id, b.id))) {
    const crowd = crowds.at(-1)
    if (crowd && guest.from < until) crowd.push(guest)
    else crowds.push([guest])
    if (guest.to > until) until = guest.to
  }
  return crowds
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
