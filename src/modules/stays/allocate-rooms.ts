import { addRow, noRows, solve } from '#server/optimise/solver.ts'
import { makeComfortable } from './comfort.rules.ts'
import { fillRooms } from './fill-rooms.rules.ts'
import { quickRooms } from './quick-rooms.rules.ts'
import {
  crowdsOf,
  guestClasses,
  periodsOf,
  possibleShares,
  roomClasses,
  type GuestClass,
  type RoomClass,
  type Share,
} from './room-problem.rules.ts'
import {
  freeBed,
  isFree,
  whyNotRoom,
  withPeople,
  type Guest,
  type Place,
  type Room,
  type RoomReason,
} from './room-rules.rules.ts'

/** Why somebody has no bed, and in how many rooms it is that. `lock`: the bed in which they were held is no longer theirs to have. */
export interface WithoutReason {
  code: RoomReason | 'full' | 'no-rooms' | 'dates' | 'lock'
  rooms: number
}

export interface Allocation {
  /** Bed by guest. */
  placed: Map<string, Place>
  without: { id: string; reasons: WithoutReason[] }[]
  /** No more people than this can have a bed, with the locks. */
  bound: number
  /** Nobody more can have a bed: that is proven even where comfort could be better still. */
  proven: boolean
}

export interface AllocationOptions {
  /** For all crowds together. */
  seconds?: number
  /** People who are held in a bed. Where that is no longer lawful or the bed is taken, they are without one. */
  locks?: ReadonlyMap<string, Place>
}

/**
 * Beds for as many as possible, with the proof; then, by changing places, quiet rooms for those who asked, groups with their leaders in few houses,
 * friends together. Guests that are alike, and rooms that are alike, are one number each: 500 people in 200 rooms are a small problem.
 *
 * In one connected time a room is for one kind of people, so that nobody has to move when the next one comes.
 */
export async function allocateRooms(
  guests: readonly Guest[],
  rooms: readonly Room[],
  { seconds = 8, locks = new Map() }: AllocationOptions = {},
): Promise<Allocation> {
  const held = holdLocked(guests, rooms, locks)
  const crowds = crowdsOf(guests.filter(({ id }) => !locks.has(id)))
  const answer: Allocation = { placed: held.placed, without: [], bound: held.placed.size, proven: true }
  const end = performance.now() + seconds * 1000
  for (const [at, crowd] of crowds.entries()) {
    const left = Math.max(0.05, (end - performance.now()) / 1000 / (crowds.length - at))
    const found = await allocateCrowd(crowd, held.rooms, left)
    for (const [id, place] of found.placed) answer.placed.set(id, place)
    answer.bound += found.bound
    answer.proven &&= found.proven
  }
  const filled = withPeople(held.rooms, guests, new Map([...answer.placed].filter(([id]) => !locks.has(id))))
  for (const guest of guests.filter(({ id }) => !answer.placed.has(id)))
    answer.without.push({
      id: guest.id,
      reasons: [
        ...(locks.has(guest.id) ? [{ code: 'lock' as const, rooms: 1 }] : []),
        ...reasonsOf(guest, filled),
      ],
    })
  return answer
}

/** Locks come first, in the order of arrival; each is judged as if somebody moved in. */
function holdLocked(guests: readonly Guest[], rooms: readonly Room[], locks: ReadonlyMap<string, Place>) {
  const placed = new Map<string, Place>()
  const now = new Map(rooms.map((room) => [room.id, room]))
  for (const guest of guests) {
    const place = locks.get(guest.id)
    const room = place && now.get(place.roomId)
    if (!place || !room || whyNotRoom(guest, room).length > 0) continue
    const wanted = room.beds.find(({ id }) => id === place.bedId)
    const bed = wanted && isFree(wanted, guest) ? wanted : freeBed(room, guest)
    if (!bed) continue
    placed.set(guest.id, { roomId: room.id, bedId: bed.id })
    const [filled] = withPeople([room], [guest], placed)
    if (filled) now.set(room.id, filled)
  }
  return { placed, rooms: [...now.values()] }
}

/** What stood in somebody's way, the most frequent first; a room that would do but is full comes before all. */
export function reasonsOf(guest: Guest, rooms: readonly Room[]): WithoutReason[] {
  if (rooms.length === 0) return [{ code: 'no-rooms', rooms: 0 }]
  const counts = new Map<WithoutReason['code'], number>()
  for (const room of rooms) {
    const against = whyNotRoom(guest, room)
    for (const code of against.length > 0 ? against : (['full'] as const))
      counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const rank = (code: string): number => (code === 'full' ? 1 : 0)
  return [...counts]
    .map(([code, count]) => ({ code, rooms: count }))
    .toSorted((a, b) => rank(b.code) - rank(a.code) || b.rooms - a.rooms)
}

async function allocateCrowd(guests: readonly Guest[], rooms: readonly Room[], seconds: number) {
  const quick = quickRooms(guests, rooms)
  const { placed, bound } =
    quick.size === guests.length
      ? { placed: quick, bound: quick.size }
      : await mostPlaced(guests, rooms, quick, seconds)
  makeComfortable(guests, rooms, placed)
  return { placed, bound, proven: placed.size >= bound }
}

/** The most who can have a bed, by the solver; what was found quickly where it finds nothing better in time. */
async function mostPlaced(
  guests: readonly Guest[],
  rooms: readonly Room[],
  quick: Map<string, Place>,
  seconds: number,
) {
  const people = guestClasses(guests)
  const periods = periodsOf(people)
  const places = roomClasses(rooms, people, periods)
  const shares = possibleShares(people, places, periods)
  const solved = await solve(problemOf(people, places, shares), { seconds })
  const counted = shares.map((share, column) => ({ ...share, count: Math.round(solved.values[column] ?? 0) }))
  const found = fillRooms(people, places, counted, periods)
  const [first] = solved.reached
  const bound = Math.min(guests.length, Math.floor((first?.bound ?? guests.length) + 1e-6))
  return { placed: found.size > quick.size ? found : quick, bound: Math.max(bound, found.size, quick.size) }
}

/** Columns: guests of a class in beds of a make; then rooms of a class given to a kind. */
function problemOf(people: readonly GuestClass[], places: readonly RoomClass[], shares: readonly Share[]) {
  const rows = noRows()
  const upper: number[] = shares.map((share) => people[share.guests]?.guests.length ?? 0)
  const push = (most: number): number => upper.push(most) - 1
  const ones = (columns: readonly number[]) => columns.map((column): [number, number] => [column, 1])
  const kindAt = (column: number): string => people[shares[column]?.guests ?? 0]?.kind ?? ''
  const columns = shares.map((_share, column) => column)
  for (const [guests, same] of Map.groupBy(columns, (column) => shares[column]?.guests ?? 0))
    addRow(rows, 0, people[guests]?.guests.length ?? 0, ones(same))
  for (const [at, ofRooms] of Map.groupBy(columns, (column) => shares[column]?.rooms ?? 0)) {
    const place = places[at]
    const given: number[] = []
    for (const ofKind of Map.groupBy(ofRooms, kindAt).values()) {
      const column = push(place?.rooms.length ?? 0)
      given.push(column)
      for (const [make, ofMake] of Map.groupBy(ofKind, (one) => shares[one]?.make ?? ''))
        // At no time more guests of a kind than the rooms that are given to their kind have beds.
        for (const there of crowdedTimes(ofMake, (one) => people[shares[one]?.guests ?? 0]))
          addRow(rows, -Infinity, 0, [...ones(there), [column, -(place?.makes.get(make) ?? 0)]])
    }
    addRow(rows, 0, place?.rooms.length ?? 0, ones(given))
  }
  const placed = upper.map((_most, column) => (column < shares.length ? 1 : 0))
  return { upper, rows, goals: [placed], whole: true }
}

/** Who is there at once, for each time at which somebody comes. */
function crowdedTimes(
  columns: readonly number[],
  of: (column: number) => GuestClass | undefined,
): number[][] {
  const starts = new Set(columns.map((column) => of(column)?.from ?? ''))
  return [...starts].map((day) =>
    columns.filter((column) => {
      const one = of(column)
      return one !== undefined && one.from <= day && day < one.to
    }),
  )
}
