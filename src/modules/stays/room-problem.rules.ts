import {
  isFree,
  kindOf,
  overlap,
  whyNotRoom,
  type Guest,
  type Nights,
  type Room,
} from './room-rules.rules.ts'

/** Guests for whom all rooms are the same: one column for all of them. */
export interface GuestClass extends Nights {
  kind: string
  guests: Guest[]
}

/** Rooms that are the same for all guests: one column for all of them. */
export interface RoomClass {
  housingId: string
  rooms: Room[]
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

export function guestClasses(guests: readonly Guest[]): GuestClass[] {
  return groupBy(guests, ({ id: _id, name: _name, friends: _friends, ...same }) => [
    { ...same, gender: null, minor: null },
    kindOf({ ...same, id: _id }),
    same.minor,
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

export function roomClasses(rooms: readonly Room[], periods: readonly Nights[]): RoomClass[] {
  const seen = rooms
    .map((room) => ({
      room,
      makes: new Map(
        [...Map.groupBy(room.beds, (bed) => makeOf(bed, periods))]
          .filter(([make]) => make.includes('1'))
          .map(([make, beds]): [string, number] => [make, beds.length])
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    }))
    .filter(({ makes }) => makes.size > 0)
  return groupBy(seen, ({ room: { id: _id, beds: _beds, occupants, ...same }, makes }) => [
    same,
    [...makes],
    periods.map((period) =>
      [...new Set(occupants.filter((one) => overlap(one, period)).map(({ kind }) => kind))].toSorted(),
    ),
  ]).map((same) => ({
    housingId: same[0]?.room.housingId ?? '',
    rooms: same.map(({ room }) => room),
    makes: same[0]?.makes ?? new Map<string, number>(),
  }))
}

/** The pairs of classes that are possible, with each make of bed that is free in the guests' nights. */
export function possibleShares(
  guests: readonly GuestClass[],
  rooms: readonly RoomClass[],
  periods: readonly Nights[],
): Share[] {
  return guests.flatMap(({ guests: [guest], from, to }, g) => {
    const at = periods.findIndex((period) => period.from === from && period.to === to)
    return rooms.flatMap(({ rooms: [room], makes }, r) =>
      guest && room && whyNotRoom(guest, room).length === 0
        ? [...makes.keys()].filter((make) => make[at] === '1').map((make) => ({ guests: g, rooms: r, make }))
        : [],
    )
  })
}

/** Guests whose nights overlap, one by one or through others: each such crowd is a problem of its own. */
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
