import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateRooms } from './allocate-rooms.ts'
import { isLawfulAllocation, type FreeRoom, type Guest } from './room-rules.rules.ts'

const until = '2027-05-28'

const guests = fc
  .array(
    fc.record({
      gender: fc.constantFrom('woman', 'man', null),
      minor: fc.boolean(),
      accessNeeds: fc.boolean(),
      petAllergy: fc.boolean(),
      quiet: fc.boolean(),
      group: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map((one, i): Guest => ({
      ...one,
      id: `g${i}`,
      name: `Guest ${i}`,
      smokeAllergy: false,
      friends: [`g${i + 1}`],
    })),
  )

const rooms = fc
  .array(
    fc.record({
      beds: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom(null, null, 'woman minor', 'man adult'),
      accessible: fc.boolean(),
      pets: fc.boolean(),
      quiet: fc.boolean(),
      family: fc.boolean(),
      vettedUntil: fc.constantFrom(null, '2027-01-01', '2028-01-01'),
      housingId: fc.constantFrom('h1', 'h2'),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map((one, i): FreeRoom => ({ ...one, id: `r${i}`, smoking: false })))

/** The most people who can lawfully have a bed. */
function most(people: readonly Guest[], free: readonly FreeRoom[]): number {
  let best = 0
  const walk = (at: number, allocated: Map<string, string>): void => {
    const guest = people[at]
    if (!guest) {
      if (allocated.size > best && isLawfulAllocation(people, free, allocated, until)) best = allocated.size
      return
    }
    walk(at + 1, allocated)
    for (const { id } of free) walk(at + 1, new Map([...allocated, [guest.id, id]]))
  }
  walk(0, new Map())
  return best
}

describe('room allocation', () => {
  it('finds a lawful bed for as many as anybody could', async () => {
    await fc.assert(
      fc.asyncProperty(guests, rooms, async (people, free) => {
        const { allocated, without, proven } = await allocateRooms(people, free, until)
        expect(proven).toBe(true)
        expect(isLawfulAllocation(people, free, allocated, until)).toBe(true)
        expect(allocated.size).toBe(most(people, free))
        expect(without).toHaveLength(people.length - allocated.size)
        expect(without.every(({ reasons }) => reasons.length > 0)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('never puts a minor with an adult, nor women with men, however few rooms there are', async () => {
    const room: FreeRoom = {
      id: 'r',
      housingId: 'h',
      beds: 9,
      kind: null,
      accessible: true,
      pets: false,
      smoking: false,
      quiet: false,
      family: false,
      vettedUntil: null,
    }
    const guest = (id: string, gender: string, minor: boolean): Guest => ({
      id,
      name: id,
      gender,
      minor,
      accessNeeds: false,
      petAllergy: false,
      smokeAllergy: false,
      quiet: false,
      group: 'a',
      friends: [],
    })
    const people = [
      guest('a', 'woman', true),
      guest('b', 'woman', true),
      guest('c', 'woman', false),
      guest('d', 'man', true),
    ]
    const { allocated, without } = await allocateRooms(people, [room], until)
    expect([...allocated.keys()]).toEqual(['a', 'b'])
    expect(without).toEqual([
      { id: 'c', reasons: ['full'] },
      { id: 'd', reasons: ['full'] },
    ])
  })
})
