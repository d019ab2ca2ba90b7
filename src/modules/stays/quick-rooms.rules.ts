import { compare } from './room-problem.rules.ts'
import { isFree, kindOf, overlap, whyNotRoom, type Guest, type Place, type Room } from './room-rules.rules.ts'

interface Open {
  room: Room
  /** For how many of the guests it is possible: the fewer, the sooner it is used. */
  wanted: number
  people: Guest[]
}

/**
 * A lawful allocation found at once: those with the fewest possible rooms first, into rooms that their kind has begun, else into one that few
 * others could use and that they can fill. Whoever is left may have the bed of somebody who can have another. Often this places everybody, and
 * then nothing better exists.
 */
export function quickRooms(guests: readonly Guest[], rooms: readonly Room[]): Map<string, Place> {
  const possible = new Map(
    guests.map((guest) => [guest.id, rooms.filter((room) => whyNotRoom(guest, room).length === 0)]),
  )
  const wanted = new Map<string, number>()
  for (const some of possible.values()) for (const { id } of some) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  const open = new Map(
    rooms.map((room): [string, Open] => [room.id, { room, wanted: wanted.get(room.id) ?? 0, people: [] }]),
  )
  const left = new Map<string, number>()
  for (const guest of guests) left.set(kindOf(guest), (left.get(kindOf(guest)) ?? 0) + 1)
  const crowd = new Map(left)
  const placed = new Map<string, Place>()
  const choices = (guest: Guest): Open[] =>
    (possible.get(guest.id) ?? []).flatMap(({ id }) => open.get(id) ?? [])
  const put = (guest: Guest, to: Open, bedId: string): void => {
    to.people.push(guest)
    placed.set(guest.id, { roomId: to.room.id, bedId })
  }
  const bedIn = (guest: Guest, to: Open, but?: Guest): string | undefined =>
    freeBedAmong(guest, to, placed, but)
  const order = guests.toSorted(
    (a, b) =>
      (possible.get(a.id)?.length ?? 0) - (possible.get(b.id)?.length ?? 0) ||
      (crowd.get(kindOf(b)) ?? 0) - (crowd.get(kindOf(a)) ?? 0) ||
      compare(kindOf(a), kindOf(b)) ||
      compare(a.group, b.group) ||
      compare(a.from, b.from) ||
      compare(a.id, b.id),
  )
  const missed: Guest[] = []
  for (const guest of order) {
    const kind = kindOf(guest)
    const more = left.get(kind) ?? 0
    left.set(kind, more - 1)
    const best = choices(guest)
      .map((one) => ({ one, bedId: bedIn(guest, one), cost: costOf(one, more) }))
      .filter(({ bedId }) => bedId !== undefined)
      .toSorted((a, b) => a.cost - b.cost)[0]
    if (best?.bedId) put(guest, best.one, best.bedId)
    else missed.push(guest)
  }
  for (const guest of missed) makeRoomFor(guest, choices, bedIn, put)
  return placed
}

/** A room of one's kind that is begun costs nothing but its scarcity; an empty one what of it stays empty. */
function costOf({ room, wanted, people }: Open, more: number): number {
  if (people.length > 0) return wanted
  return 10_000 + Math.max(0, room.beds.length - more) * 5000 + wanted - room.beds.length
}

/** Somebody of the same kind moves on to a bed that is free, and leaves theirs. */
function makeRoomFor(
  guest: Guest,
  choices: (guest: Guest) => Open[],
  bedIn: (guest: Guest, to: Open, but?: Guest) => string | undefined,
  put: (guest: Guest, to: Open, bedId: string) => void,
): void {
  for (const here of choices(guest))
    for (const other of here.people) {
      if (bedIn(guest, here, other) === undefined) continue
      for (const there of choices(other)) {
        const bedId = there === here ? undefined : bedIn(other, there)
        if (!bedId) continue
        here.people.splice(here.people.indexOf(other), 1)
        put(other, there, bedId)
        const mine = bedIn(guest, here)
        if (mine) put(guest, here, mine)
        return
      }
    }
}

function freeBedAmong(
  guest: Guest,
  { room, people }: Open,
  placed: ReadonlyMap<string, Place>,
  but?: Guest,
): string | undefined {
  const kind = kindOf(guest)
  const there = people.filter((one) => one !== but && overlap(one, guest))
  if (there.some((one) => kindOf(one) !== kind)) return undefined
  const taken = new Set(there.map(({ id }) => placed.get(id)?.bedId))
  return room.beds.find((bed) => !taken.has(bed.id) && isFree(bed, guest))?.id
}
