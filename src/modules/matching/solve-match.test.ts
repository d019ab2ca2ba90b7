import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradictions, isLawful, movedOf, scoreOf, type MatchInstance, type Pair } from './match.rules.ts'
import { solveMatch } from './solve-match.ts'

const limits = { seconds: 30 }

/** Tries every lawful plan: the best [placed, −moved, score] there is. */
function bruteForce(instance: MatchInstance): [number, number, number] {
  const choices = Map.groupBy(instance.scores, ([who]) => who)
  let best: [number, number, number] | null = null
  const walk = (at: number, assigned: Pair[]): void => {
    const participant = instance.participants[at]
    if (participant) {
      walk(at + 1, assigned)
      for (const [, position] of choices.get(participant.id) ?? [])
        walk(at + 1, [...assigned, [participant.id, position]])
      return
    }
    if (!isLawful(instance, assigned)) return
    const moved = instance.current ? -movedOf(instance, assigned) : 0
    const value: [number, number, number] = [assigned.length, moved, scoreOf(instance, assigned)]
    if (!best || isBetter(value, best)) best = value
  }
  walk(0, [])
  return best ?? [0, 0, 0]
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, i) => value !== other[i])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

const person = (i: number): string => `p${i}`
const place = (i: number): string => `c${i}`

const instances = fc
  .record({
    people: fc.array(fc.record({ school: fc.constantFrom('A', 'B'), country: fc.constantFrom('IT', 'ES') }), {
      minLength: 1,
      maxLength: 5,
    }),
    positions: fc.array(
      fc.record({
        places: fc.integer({ min: 0, max: 3 }),
        school: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
        country: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    scores: fc.array(fc.option(fc.integer({ min: -9, max: 99 }), { nil: null, freq: 2 }), {
      minLength: 20,
      maxLength: 20,
    }),
    now: fc.option(fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 5, maxLength: 5 }), { nil: null }),
    locked: fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 2 }),
    friends: fc.boolean(),
    pool: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  })
  .map(({ people, positions, scores, now, locked, friends, pool }): MatchInstance => {
    const pairs = people.flatMap((_one, i) =>
      positions.flatMap((_other, j) => {
        const score = scores[i * 4 + j]
        return score === null || score === undefined ? [] : [[person(i), place(j), score] as const]
      }),
    )
    return {
      participants: people.map((groups, i) => ({ id: person(i), groups })),
      positions: positions.map(({ places, school, country }, j) => ({
        id: place(j),
        places,
        ...(pool !== null && j < 2 ? { pool: 'firm' } : {}),
        limits: {
          ...(school === undefined ? {} : { school }),
          ...(country === undefined ? {} : { country }),
        },
      })),
      scores: pairs,
      ...(pool === null ? {} : { pools: [{ id: 'firm', places: pool }] }),
      locks: locked.flatMap((at) => {
        const pair = pairs[at]
        return pair ? [[pair[0], pair[1]] as const] : []
      }),
      ...(now
        ? {
            current: people.flatMap((_one, i) => {
              const at = now[i] ?? -1
              return at < 0 ? [] : [[person(i), place(at)] as const]
            }),
          }
        : {}),
      ...(friends && people.length > 1 ? { friends: [[person(0), person(1), 20] as const] } : {}),
    }
  })

describe('a match', () => {
  it('is the best of all plans there are, and lawful', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const plan = await solveMatch(instance, limits)
        const can = contradictions(instance).length === 0
        expect([plan.status, plan.reasons === undefined]).toEqual([can ? 'optimal' : 'infeasible', can])
        fc.pre(can)
        expect(isLawful(instance, plan.assigned)).toBe(true)
        const [placed, moved, score] = bruteForce(instance)
        expect([plan.placed, instance.current ? -plan.moved : 0, plan.score]).toEqual([placed, moved, score])
        expect(plan.bound).toBe(plan.score)
        expect(plan.unassigned).toHaveLength(instance.participants.length - placed)
        expect(plan.unassigned.every(({ reasons }) => reasons.length > 0)).toBe(true)
      }),
      { numRuns: 250 },
    )
  })

  it('is the same each time it is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        expect(await solveMatch(instance, limits)).toEqual(await solveMatch(instance, limits))
      }),
      { numRuns: 30 },
    )
  })

  it('places people before it looks at scores, however large', async () => {
    const plan = await solveMatch(
      {
        participants: [{ id: 'a' }, { id: 'b' }],
        positions: [
          { id: 'x', places: 1 },
          { id: 'y', places: 1 },
        ],
        scores: [
          ['a', 'x', 1_000_000],
          ['a', 'y', -5],
          ['b', 'x', -5],
        ],
      },
      limits,
    )
    expect(plan).toMatchObject({ placed: 2, score: -10, bound: -10, status: 'optimal' })
  })

  it('moves only those who must, when a position is gone', async () => {
    const plan = await solveMatch(
      {
        participants: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
        positions: [
          { id: 'x', places: 1 },
          { id: 'y', places: 2 },
        ],
        scores: [
          ['a', 'x', 1],
          ['a', 'y', 90],
          ['b', 'x', 90],
          ['b', 'y', 1],
          ['c', 'y', 3],
        ],
        current: [
          ['a', 'x'],
          ['b', 'y'],
          ['c', 'gone'],
        ],
      },
      limits,
    )
    expect(plan.assigned).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'y'],
    ])
    expect(plan).toMatchObject({ moved: 1, score: 5 })
  })

  it('names what stands in the way of each who has no place', async () => {
    const plan = await solveMatch(
      {
        participants: [
          { id: 'a', groups: { school: 'A' } },
          { id: 'b', groups: { school: 'A' } },
          { id: 'c' },
          { id: 'd', groups: { school: 'B' } },
        ],
        positions: [
          { id: 'x', places: 2, limits: { school: 1 } },
          { id: 'full', places: 0 },
        ],
        scores: [
          ['a', 'x', 9],
          ['b', 'x', 1],
          ['b', 'full', 1],
        ],
      },
      limits,
    )
    expect(plan.unassigned).toEqual([
      {
        id: 'b',
        reasons: [
          { code: 'full', positions: ['full'], count: 1 },
          { code: 'limit', kind: 'school', group: 'A', positions: ['x'], count: 1 },
        ],
      },
      { id: 'c', reasons: [{ code: 'no-position' }] },
      { id: 'd', reasons: [{ code: 'no-position' }] },
    ])
  })

  it('keeps what it has when time runs out, and says how much better it could be', async () => {
    const people = Array.from({ length: 60 }, (_one, i) => ({ id: person(i) }))
    const positions = Array.from({ length: 20 }, (_one, i) => ({ id: place(i), places: 3 }))
    const instance: MatchInstance = {
      participants: people,
      positions,
      scores: people.flatMap(({ id }, i) =>
        positions.map(({ id: at }, j) => [id, at, (i * 7 + j * 13) % 50] as const),
      ),
    }
    const plan = await solveMatch(instance, { seconds: 30, stop: () => true })
    expect(isLawful(instance, plan.assigned)).toBe(true)
    expect(plan.bound).toBeGreaterThanOrEqual(plan.score)
  })
})
