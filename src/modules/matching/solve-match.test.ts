import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { bestOfAll, holds } from '../../../test/support/every-plan.ts'
import { contradictions, isLawful } from './lawful.rules.ts'
import type { MatchInstance } from './match.rules.ts'
import { solveMatch } from './solve-match.ts'

const limits = { seconds: 30 }

const person = (i: number): string => `p${i}`
const place = (i: number): string => `c${i}`

/** Days of March 2027. */
const stay = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }))
  .map(([start, length]) => ({
    from: addDays('2027-03-01', start),
    to: addDays('2027-03-01', start + length),
  }))
const school = fc.constantFrom('A', 'B')
const most = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined })
const taken = fc.array(
  fc
    .record({ stay, count: fc.integer({ min: 1, max: 2 }), school })
    .map((one) => ({ ...one.stay, count: one.count, groups: { school: one.school } })),
  { maxLength: 2 },
)
const none = fc.constant([])

/** Small matches of every kind: `dated` ones have stays of few different periods, others who are there, and companies that rest. */
const instancesOf = (dated: boolean) =>
  fc
    .record({
      people: fc.array(fc.record({ school, country: fc.constantFrom('IT', 'ES') }), {
        minLength: 1,
        maxLength: 5,
      }),
      periods: fc.array(stay, { minLength: 2, maxLength: 4 }),
      when: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
      positions: fc.array(
        fc.record({
          places: fc.integer({ min: 0, max: 3 }),
          school: most,
          country: most,
          taken: dated ? taken : none,
        }),
        { minLength: 1, maxLength: 4 },
      ),
      scores: fc.array(fc.option(fc.integer({ min: -9, max: 99 }), { nil: null, freq: 2 }), {
        minLength: 20,
        maxLength: 20,
      }),
      now: fc.option(fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 5, maxLength: 5 }), {
        nil: null,
      }),
      locked: fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 2 }),
      friends: fc.boolean(),
      pool: fc.option(
        fc.record({
          places: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
          restDays: dated ? fc.integer({ min: 0, max: 9 }) : fc.constant(0),
          taken: dated ? taken : none,
        }),
        { nil: null },
      ),
    })
    .map(({ people, periods, when, positions, scores, now, locked, friends, pool }): MatchInstance => {
      const pairs = people.flatMap((_one, i) =>
        positions.flatMap((_other, j) => {
          const score = scores[i * 4 + j]
          return score === null || score === undefined ? [] : [[person(i), place(j), score] as const]
        }),
      )
      return {
        participants: people.map((groups, i) => {
          const own = dated ? periods[when[i] ?? 0] : undefined
          return { id: person(i), groups, ...(own ? { stay: own } : {}) }
        }),
        positions: positions.map((one, j) => ({
          id: place(j),
          places: one.places,
          taken: one.taken,
          ...(pool !== null && j < 2 ? { pool: 'firm' } : {}),
          limits: {
            ...(one.school === undefined ? {} : { school: one.school }),
            ...(one.country === undefined ? {} : { country: one.country }),
          },
        })),
        scores: pairs,
        ...(pool === null ? {} : { pools: [{ id: 'firm', ...pool }] }),
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

/** Solves an instance and compares with every plan there is. */
async function judge(instance: MatchInstance): Promise<void> {
  const plan = await solveMatch(instance, limits)
  const best = bestOfAll(instance)
  // Locks contradict each other exactly where no plan at all is lawful.
  expect(contradictions(instance).length === 0).toBe(best !== null)
  expect([plan.status, plan.reasons === undefined]).toEqual(best ? ['optimal', true] : ['infeasible', false])
  if (!best) return
  expect([holds(instance, plan.assigned), isLawful(instance, plan.assigned)]).toEqual([true, true])
  expect([plan.placed, instance.current ? -plan.moved : 0, plan.score]).toEqual(best)
  expect(plan.bound).toBe(plan.score)
  expect(plan.unassigned).toHaveLength(instance.participants.length - plan.placed)
  expect(plan.unassigned.every(({ reasons }) => reasons.length > 0)).toBe(true)
}

describe('a match', () => {
  it('is the best of all plans there are, and lawful', async () => {
    await fc.assert(fc.asyncProperty(instancesOf(false), judge), { numRuns: 100 })
  }, 120_000)

  it('is the best of all plans over time: places one after the other, others who are there, rest between groups', async () => {
    await fc.assert(fc.asyncProperty(instancesOf(true), judge), { numRuns: 200 })
  }, 120_000)

  it('is the same each time it is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(instancesOf(true), async (instance) => {
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
