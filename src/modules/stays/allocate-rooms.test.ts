import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateRooms } from './allocate-rooms.ts'
import { isLawful, type Guest, type Place, type Room } from './room-rules.rules.ts'

const periods = [
  { from: '2027-05-01', to: '2027-05-28' },
  { from: '2027-05-10', to: '2027-06-05' },
  { from: '2027-07-01', to: '2027-07-10' },
] as const

const plain: Guest = {
  id: 'g',
  name: 'Guest',
  gender: 'woman',
  minor: false,
  leader: false,
  accessNeeds: false,
  petAllergy: false,
  smokeAllergy: false,
  dietKitchen: false,
  quiet: false,
  group: 'a',
  place: 'ES Sevilla',
  friends: [],
  ...periods[0],
}
const bare: Room = {
  id: 'r',
  housingId: 'h',
  beds: [],
  occupants: [],
  accessible: true,
  pets: false,
  smoking: false,
  dietKitchen: true,
  quiet: false,
  family: false,
  vettedUntil: null,
  far: [],
}
const guest = (id: string, more: Partial<Guest> = {}): Guest => ({ ...plain, id, ...more })
const room = (id: string, beds: number, more: Partial<Room> = {}): Room => ({
  ...bare,
  id,
  beds: Array.from({ length: beds }, (_one, i) => ({ id: `${id}${i}`, busy: [] })),
  ...more,
})

const guests = fc
  .array(
    fc.record({
      gender: fc.constantFrom('woman', 'man', null),
      minor: fc.constantFrom(true, false, null),
      accessNeeds: fc.boolean(),
      petAllergy: fc.boolean(),
      dietKitchen: fc.boolean(),
      quiet: fc.boolean(),
      group: fc.constantFrom('a', 'b'),
      nights: fc.constantFrom(...periods),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ nights, ...one }, i) => guest(`g${i}`, { ...one, ...nights, friends: [`g${(i + 2) % 4}`] })),
  )

const rooms = fc
  .array(
    fc.record({
      beds: fc.integer({ min: 0, max: 2 }),
      busy: fc.constantFrom(...periods, null, null),
      kind: fc.constantFrom('woman minor', 'man adult'),
      accessible: fc.boolean(),
      pets: fc.boolean(),
      dietKitchen: fc.boolean(),
      quiet: fc.boolean(),
      family: fc.boolean(),
      vettedUntil: fc.constantFrom(null, '2027-01-01', '2028-01-01'),
      housingId: fc.constantFrom('h1', 'h2'),
      far: fc.constantFrom([], [], [], ['ES Sevilla']),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(({ beds, busy, kind, ...one }, i) => {
      const made = room(`r${i}`, beds, one)
      const taken = busy && made.beds.length > 0
      return {
        ...made,
        beds: made.beds.map((bed, at) => (taken && at === 0 ? { ...bed, busy: [busy] } : bed)),
        occupants: taken ? [{ ...busy, kind }] : [],
      }
    }),
  )

/** The most people who can lawfully have a bed, found by trying everything. */
function most(people: readonly Guest[], free: readonly Room[]): number {
  const places = free.flatMap(({ id, beds }) => beds.map((bed) => ({ roomId: id, bedId: bed.id })))
  let best = 0
  const walk = (at: number, placed: Map<string, Place>): void => {
    if (!isLawful(people, free, placed) || placed.size + people.length - at <= best) return
    const next = people[at]
    if (!next) {
      best = placed.size
      return
    }
    for (const place of places) walk(at + 1, new Map([...placed, [next.id, place]]))
    walk(at + 1, placed)
  }
  walk(0, new Map())
  return best
}

describe('room allocation', () => {
  it('breaks no rule and finds a bed for as many as anybody could', async () => {
    await fc.assert(
      fc.asyncProperty(guests, rooms, async (people, free) => {
        const { placed, without, proven, bound } = await allocateRooms(people, free)
        expect(proven).toBe(true)
        expect(isLawful(people, free, placed)).toBe(true)
        expect(placed.size).toBe(most(people, free))
        expect(bound).toBe(placed.size)
        expect(without).toHaveLength(people.length - placed.size)
        expect(without.every(({ reasons }) => reasons.length > 0)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('holds every lock that is lawful, and breaks no rule for one that is not', async () => {
    await fc.assert(
      fc.asyncProperty(guests, rooms, fc.nat(), async (people, free, at) => {
        const places = free.flatMap(({ id, beds }) => beds.map((bed) => ({ roomId: id, bedId: bed.id })))
        const place = places[at % Math.max(1, places.length)]
        const [first] = people
        fc.pre(first !== undefined && place !== undefined)
        const locks = new Map([[first.id, place]])
        const { placed, without } = await allocateRooms(people, free, { locks })
        expect(isLawful(people, free, placed)).toBe(true)
        // Held where it is lawful; else in another bed of the room; else without one, and the first reason is the lock.
        const why = without.find(({ id }) => id === first.id)?.reasons[0]?.code
        expect(placed.get(first.id)?.roomId ?? why).toBe(placed.has(first.id) ? place.roomId : 'lock')
        expect(placed.get(first.id)?.bedId === place.bedId || !isLawful(people, free, locks)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('never puts a minor with an adult, nor women with men, however few rooms there are', async () => {
    const people = [
      guest('a', { minor: true }),
      guest('b', { minor: true }),
      guest('c', { leader: true }),
      guest('d', { gender: 'man', minor: true }),
      guest('e', { minor: null }),
    ]
    const { placed, without } = await allocateRooms(people, [room('r', 9)])
    expect([...placed.keys()]).toEqual(['a', 'b'])
    expect(without.map(({ id, reasons }) => [id, reasons[0]])).toEqual([
      ['c', { code: 'occupied', rooms: 1 }],
      ['d', { code: 'occupied', rooms: 1 }],
      ['e', { code: 'occupied', rooms: 1 }],
    ])
  })

  it('gives one bed to two people after each other', async () => {
    const people = [guest('a', { to: '2027-05-10' }), guest('b', { from: '2027-05-10', to: '2027-05-20' })]
    expect((await allocateRooms(people, [room('r', 1)])).placed.size).toBe(2)
  })

  it('puts friends together, those who asked into quiet rooms, and leaders near their group', async () => {
    const people = [
      guest('a', { minor: true, friends: ['d'] }),
      guest('b', { minor: true }),
      guest('c', { minor: true, friends: ['b'] }),
      guest('d', { minor: true }),
      guest('q', { minor: false, quiet: true, group: 'b' }),
      guest('l', { leader: true }),
    ]
    const free = [
      room('r1', 2, { housingId: 'h1' }),
      room('r2', 2, { housingId: 'h1' }),
      room('r3', 1, { housingId: 'h1' }),
      room('r4', 1, { housingId: 'h2', quiet: true }),
      room('r5', 1, { housingId: 'h3' }),
    ]
    const { placed } = await allocateRooms(people, free)
    const at = (id: string) => placed.get(id)?.roomId
    expect(at('a')).toBe(at('d'))
    expect(at('b')).toBe(at('c'))
    expect(at('q')).toBe('r4')
    expect(at('l')).toBe('r3')
  })

  it('says what stands in the way, and in how many rooms', async () => {
    const free = [room('r1', 1, { accessible: false }), room('r2', 1, { accessible: false, pets: true })]
    const wheels = guest('a', { accessNeeds: true, petAllergy: true })
    expect((await allocateRooms([wheels], free)).without[0]?.reasons).toEqual([
      { code: 'access', rooms: 2 },
      { code: 'pets', rooms: 1 },
    ])
    expect((await allocateRooms([wheels], [])).without[0]?.reasons).toEqual([{ code: 'no-rooms', rooms: 0 }])
  })
})
