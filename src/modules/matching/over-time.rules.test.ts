import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { problemOf } from './match-problem.ts'
import { openEdges, type MatchInstance } from './match.rules.ts'
import { fullestDuring, restsTooLittle, seat, tightMoments, useOf } from './over-time.rules.ts'
import { seatsOf } from './seats.rules.ts'

const day = (n: number): string => addDays('2027-03-01', n)
const period = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from: day(from), to: day(from + length) }))
const taken = fc.array(
  fc.tuple(period, fc.integer({ min: 1, max: 3 })).map(([when, count]) => ({ ...when, count })),
  { maxLength: 4 },
)
const days = Array.from({ length: 45 }, (_one, i) => day(i))
const isIn = (one: { from: string; to: string }, when: string): boolean => one.from <= when && when <= one.to

describe('places over time', () => {
  it('find the fullest day of a stay as going through its days does', () => {
    fc.assert(
      fc.property(period, taken, fc.array(period, { maxLength: 4 }), (stay, others, seated) => {
        const use = useOf(5, others)
        for (const one of seated) seat(use, one)
        const left = days
          .filter((when) => isIn(stay, when))
          .map(
            (when) =>
              5 -
              seated.filter((one) => isIn(one, when)).length -
              others.reduce((sum, one) => sum + (isIn(one, when) ? one.count : 0), 0),
          )
        expect(fullestDuring(use, stay).left).toBe(Math.min(...left))
      }),
    )
  })

  it('need few moments: whoever keeps to them is not too many on any day', () => {
    fc.assert(
      fc.property(
        fc.array(period, { minLength: 1, maxLength: 5 }),
        taken,
        fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
        (windows, others, coming) => {
          const use = useOf(6, others)
          const sum = (which: (at: number) => boolean): number =>
            windows.reduce((all, _one, at) => all + (which(at) ? (coming[at] ?? 0) : 0), 0)
          const keeps = tightMoments(windows, use).every(
            (moment) => sum((at) => moment.windows.has(at)) <= moment.left,
          )
          const fits = days
            .filter((when) => windows.some((one) => isIn(one, when)))
            .every(
              (when) =>
                sum((at) => isIn(windows[at] ?? { from: '', to: '' }, when)) +
                  others.reduce((all, one) => all + (isIn(one, when) ? one.count : 0), 0) <=
                6,
            )
          expect(keeps).toBe(fits)
        },
      ),
    )
  })

  it('count one moment where all stays overlap', () => {
    const windows = [0, 3, 5].map((from) => ({ from: day(from), to: day(20 + from) }))
    expect(tightMoments(windows, useOf(2))).toEqual([{ windows: new Set([0, 1, 2]), left: 2 }])
  })

  it('rest between groups that follow each other, not within those that overlap', () => {
    const first = { from: day(0), to: day(9) }
    expect(restsTooLittle(first, { from: day(5), to: day(20) }, 7)).toBe(false)
    expect(restsTooLittle(first, { from: day(16), to: day(20) }, 7)).toBe(true)
    expect(restsTooLittle({ from: day(17), to: day(20) }, first, 7)).toBe(false)
  })
})

describe('the problem that is solved', () => {
  const instanceOf = (stays: readonly [number, number][], restDays = 0): MatchInstance => ({
    participants: stays.map(([from, to], i) => ({ id: `p${i}`, stay: { from: day(from), to: day(to) } })),
    positions: [{ id: 'c', places: 1, pool: 'firm' }],
    pools: [{ id: 'firm', places: null, restDays }],
    scores: stays.map((_one, i) => [`p${i}`, 'c', 1] as const),
  })
  const problem = (instance: MatchInstance) =>
    problemOf(instance, {
      locks: [],
      start: [],
      seats: seatsOf(instance),
      edges: openEdges(instance),
    })

  it.each([
    ['stays that all overlap', [[0, 9] as const, [3, 12] as const, [5, 9] as const], false],
    ['stays apart', [[0, 9] as const, [0, 9] as const, [10, 19] as const, [10, 19] as const], false],
    ['stays that overlap in a chain', [[0, 9] as const, [5, 15] as const, [12, 20] as const], true],
  ])('of %s needs whole columns: %s', (_name, stays, whole) => {
    expect(problem(instanceOf(stays.map(([from, to]) => [from, to]))).whole).toBe(whole)
  })

  it('has columns for groups only where a company rests and groups are too near', () => {
    const stays: [number, number][] = [
      [0, 9],
      [12, 20],
      [40, 44],
    ]
    expect(problem(instanceOf(stays)).upper).toHaveLength(3)
    expect(problem(instanceOf(stays, 2)).upper).toHaveLength(3)
    expect(problem(instanceOf(stays, 3))).toMatchObject({ whole: true, upper: [1, 1, 1, 1, 1] })
  })
})
