import type { Day } from '#shared/dates.ts'
import { addRow, noRows, solve } from '#server/optimise/solver.ts'
import { fillRooms, guestClasses, possibleShares, roomClasses } from './room-problem.rules.ts'
import { whyNotRoom, type FreeRoom, type Guest, type RoomReason } from './room-rules.rules.ts'

export interface Allocation {
  /** Room by guest. */
  allocated: Map<string, string>
  without: { id: string; reasons: (RoomReason | 'full')[] }[]
  /** Nobody more can have a bed: that is proven even where comfort could be better still. */
  proven: boolean
}

/**
 * Beds for as many as possible; then quiet rooms for those who asked, and groups in few houses. Guests that are alike, and rooms that are
 * alike, are one number each: 500 people in 200 rooms are a small problem.
 */
export async function allocateRooms(
  guests: readonly Guest[],
  rooms: readonly FreeRoom[],
  until: Day,
  seconds = 8,
): Promise<Allocation> {
  const [people, places] = [guestClasses(guests), roomClasses(rooms)]
  const shares = possibleShares(people, places, until)
  const problem = problemOf(people, places, shares)
  const solved = await solve(problem, { seconds })
  const counts = shares.map((share, column) => ({ ...share, count: Math.round(solved.values[column] ?? 0) }))
  const allocated = fillRooms(people, places, counts)
  return {
    allocated,
    without: guests
      .filter(({ id }) => !allocated.has(id))
      .map((guest) => ({ id: guest.id, reasons: reasonsOf(guest, rooms, until) })),
    proven: solved.reached.every(({ value, bound }, goal) => goal > 0 || bound - value < 0.5),
  }
}

function reasonsOf(guest: Guest, rooms: readonly FreeRoom[], until: Day): (RoomReason | 'full')[] {
  const reasons = new Set(rooms.flatMap((room) => whyNotRoom(guest, room, until)))
  const fits = rooms.some((room) => whyNotRoom(guest, room, until).length === 0)
  return [...(fits || rooms.length === 0 ? (['full'] as const) : []), ...reasons]
}

/** Columns: guests of a class in rooms of a class; then rooms of a class given to a kind; then whether a group lives in a house at all. */
function problemOf(
  people: ReturnType<typeof guestClasses>,
  places: ReturnType<typeof roomClasses>,
  shares: ReturnType<typeof possibleShares>,
) {
  const rows = noRows()
  const upper: number[] = shares.map((share) => people[share.guests]?.guests.length ?? 0)
  const push = (most: number): number => upper.push(most) - 1
  const byPeople = new Map<number, number[]>()
  const byRoomKind = new Map<string, { rooms: number; columns: number[] }>()
  const byGroupHouse = new Map<string, number[]>()
  for (const [column, { guests, rooms }] of shares.entries()) {
    byPeople.set(guests, [...(byPeople.get(guests) ?? []), column])
    const key = JSON.stringify([rooms, people[guests]?.kind])
    const entry = byRoomKind.get(key) ?? { rooms, columns: [] }
    entry.columns.push(column)
    byRoomKind.set(key, entry)
    const house = JSON.stringify([people[guests]?.guests[0]?.group, places[rooms]?.housingId])
    byGroupHouse.set(house, [...(byGroupHouse.get(house) ?? []), column])
  }
  for (const [guests, columns] of byPeople)
    addRow(
      rows,
      0,
      people[guests]?.guests.length ?? 0,
      columns.map((column) => [column, 1]),
    )
  const given = new Map<number, number[]>()
  for (const { rooms, columns } of byRoomKind.values()) {
    const place = places[rooms]
    const column = push(place?.rooms.length ?? 0)
    given.set(rooms, [...(given.get(rooms) ?? []), column])
    // So many guests of a kind as the rooms that are given to their kind have beds.
    addRow(rows, -Infinity, 0, [
      ...columns.map((one): [number, number] => [one, 1]),
      [column, -(place?.beds ?? 0)],
    ])
  }
  for (const [rooms, columns] of given)
    addRow(
      rows,
      0,
      places[rooms]?.rooms.length ?? 0,
      columns.map((column) => [column, 1]),
    )
  const houses: number[] = []
  for (const columns of byGroupHouse.values()) {
    const most = columns.reduce((sum, column) => sum + (upper[column] ?? 0), 0)
    const column = push(1)
    houses.push(column)
    addRow(rows, -Infinity, 0, [...columns.map((one): [number, number] => [one, 1]), [column, -most]])
  }
  const placed = upper.map((_most, column) => (column < shares.length ? 1 : 0))
  const isHouse = new Set(houses)
  const comfort = upper.map((_most, column) => {
    const share = shares[column]
    if (share) return people[share.guests]?.guests[0]?.quiet && places[share.rooms]?.rooms[0]?.quiet ? 1 : 0
    return isHouse.has(column) ? -0.5 : 0
  })
  return { upper, rows, goals: [placed, comfort], whole: true }
}
