import { compare } from './room-problem.rules.ts'
import { isFree, kindOf, overlap, whyNotRoom, type Guest, type Place, type Room } from './room-rules.rules.ts'

/** What a place is worth beside being lawful. One's group counts more the more of it are in the house. */
const worth = { quiet: 3, friend: 2, group: 0.1 }
/** Rounds over everybody; it ends sooner when nobody changes any more. */
const rounds = 6

/**
 * Makes an allocation more pleasant without giving anybody's bed away: people of one kind with the same nights change places, or move to a bed
 * that is free, wherever that makes more quiet, friendship and nearness to the group. Changes `placed`.
 */
export function makeComfortable(
  guests: readonly Guest[],
  rooms: readonly Room[],
  placed: Map<string, Place>,
): void {
  const house = new Seating(guests, rooms, placed)
  for (let round = 0; round < rounds; round++) {
    let changed = false
    for (const guest of house.people) changed = house.improve(guest) || changed
    if (!changed) return
  }
}

/** Who sits where, with what is needed to judge a change at once. */
class Seating {
  readonly people: Guest[]
  private readonly rooms: ReadonlyMap<string, Room>
  private readonly inRoom = new Map<string, Guest[]>()
  private readonly alike: Map<string, Guest[]>
  private readonly friends = new Map<string, Set<string>>()
  /** How many of a group are in a house. */
  private readonly near = new Map<string, number>()
  private readonly possible = new Map<string, boolean>()
  private readonly kinds: ReadonlyMap<string, string>
  private readonly placed: Map<string, Place>

  constructor(guests: readonly Guest[], rooms: readonly Room[], placed: Map<string, Place>) {
    this.placed = placed
    this.people = guests.filter(({ id }) => placed.has(id)).toSorted((a, b) => compare(a.id, b.id))
    this.rooms = new Map(rooms.map((room) => [room.id, room]))
    this.kinds = new Map(this.people.map((one) => [one.id, kindOf(one)]))
    this.alike = Map.groupBy(this.people, (one) => `${this.kinds.get(one.id)} ${one.from} ${one.to}`)
    const there = new Set(this.people.map(({ id }) => id))
    for (const { id } of this.people) this.friends.set(id, new Set())
    for (const one of this.people) {
      this.sit(one, 1)
      for (const friend of one.friends)
        if (there.has(friend) && friend !== one.id) {
          this.friends.get(one.id)?.add(friend)
          this.friends.get(friend)?.add(one.id)
        }
    }
  }

  /** The best change for one person, if there is any that is worth it. */
  improve(guest: Guest): boolean {
    const here = this.roomOf(guest)
    if (!here) return false
    let best: { gain: number; act: () => void } = { gain: 1e-6, act: () => undefined }
    for (const other of this.alike.get(`${this.kinds.get(guest.id)} ${guest.from} ${guest.to}`) ?? []) {
      const there = this.roomOf(other)
      if (!there || there === here || !this.may(guest, there) || !this.may(other, here)) continue
      const gain = this.gainOfChange(guest, other, here, there)
      if (gain > best.gain) best = { gain, act: () => this.change(guest, other) }
    }
    for (const room of this.rooms.values()) {
      if (room === here || !this.may(guest, room)) continue
      const gain = this.valueAt(guest, room) - this.valueAt(guest, here)
      if (gain <= best.gain) continue
      const bedId = this.freeBedFor(guest, room)
      if (bedId) best = { gain, act: () => this.move(guest, { roomId: room.id, bedId }) }
    }
    best.act()
    return best.gain > 1e-6
  }

  private roomOf({ id }: Guest): Room | undefined {
    return this.rooms.get(this.placed.get(id)?.roomId ?? '')
  }

  private may(guest: Guest, room: Room): boolean {
    const key = `${guest.id} ${room.id}`
    const known = this.possible.get(key)
    if (known !== undefined) return known
    const answer = whyNotRoom(guest, room).length === 0
    this.possible.set(key, answer)
    return answer
  }

  /** What somebody would find in a room, themselves not counted. */
  private valueAt(guest: Guest, room: Room, but?: Guest): number {
    const mates = (this.inRoom.get(room.id) ?? []).filter((one) => one !== but && one !== guest)
    const known = this.friends.get(guest.id)
    const own = this.roomOf(guest)?.housingId === room.housingId ? 1 : 0
    const others = but && but.group === guest.group ? 1 : 0
    const around = (this.near.get(`${guest.group} ${room.housingId}`) ?? 0) - own - others
    return (
      (guest.quiet && room.quiet ? worth.quiet : 0) +
      mates.filter(({ id }) => known?.has(id)).length * worth.friend +
      around * worth.group
    )
  }

  private gainOfChange(a: Guest, b: Guest, here: Room, there: Room): number {
    const before = this.valueAt(a, here) + this.valueAt(b, there)
    return this.valueAt(a, there, b) + this.valueAt(b, here, a) - before
  }

  private freeBedFor(guest: Guest, room: Room): string | undefined {
    const mates = (this.inRoom.get(room.id) ?? []).filter((one) => one !== guest && overlap(one, guest))
    const kind = this.kinds.get(guest.id)
    if (mates.some(({ id }) => this.kinds.get(id) !== kind)) return undefined
    const taken = new Set(mates.map(({ id }) => this.placed.get(id)?.bedId))
    return room.beds.find((bed) => !taken.has(bed.id) && isFree(bed, guest))?.id
  }

  private change(a: Guest, b: Guest): void {
    const [first, second] = [this.placed.get(a.id), this.placed.get(b.id)]
    if (!first || !second) return
    this.move(a, second)
    this.move(b, first)
  }

  private move(guest: Guest, place: Place): void {
    this.sit(guest, -1)
    this.placed.set(guest.id, place)
    this.sit(guest, 1)
  }

  private sit(guest: Guest, by: 1 | -1): void {
    const room = this.roomOf(guest)
    if (!room) return
    const mates = (this.inRoom.get(room.id) ?? []).filter((one) => one !== guest)
    this.inRoom.set(room.id, by === 1 ? [...mates, guest] : mates)
    const key = `${guest.group} ${room.housingId}`
    this.near.set(key, (this.near.get(key) ?? 0) + by)
  }
}
