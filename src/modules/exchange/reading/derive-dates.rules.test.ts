import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveDates, endOf } from './derive-dates.rules.ts'

describe('when a stay is', () => {
  // prettier-ignore
  it.each([
    [{ departure: '2026-03-02', return: '2026-03-22' }, { departure: '2026-03-02', return: '2026-03-22', derived: [] }],
    [{ startMonth: '2011-03', length: { length: 3, unit: 'months' } }, { departure: '2011-03-01', return: '2011-05-31', derived: ['departure-first-of-month', 'return-from-length'] }],
    [{ startMonth: '2010-01', length: { length: 8.5, unit: 'months' } }, { departure: '2010-01-01', return: '2010-09-15', derived: ['departure-first-of-month', 'return-from-length'] }],
    [{ departure: '2026-03-02', length: { length: 3, unit: 'weeks' } }, { departure: '2026-03-02', return: '2026-03-22', derived: ['return-from-length'] }],
    [{ departure: '2026-03-02', length: { length: 14, unit: 'days' } }, { departure: '2026-03-02', return: '2026-03-15', derived: ['return-from-length'] }],
    [{ departure: '2026-01-31', length: { length: 1, unit: 'months' } }, { departure: '2026-01-31', return: '2026-02-27', derived: ['return-from-length'] }],
    [{ return: '2026-03-22', length: { length: 3, unit: 'weeks' } }, { departure: '2026-03-02', return: '2026-03-22', derived: ['departure-from-length'] }],
    [{ departure: '2026-03-02' }, { departure: '2026-03-02', return: null, derived: [], problem: 'return-missing' }],
    [{ length: { length: 3, unit: 'weeks' } }, { departure: null, return: null, derived: [], problem: 'dates-missing' }],
    [{ departure: '2026-03-22', return: '2026-03-02' }, { departure: '2026-03-22', return: '2026-03-02', derived: [], problem: 'return-before-departure' }],
    [{ departure: '2026-03-02', return: '2026-05-31', length: { length: 3, unit: 'weeks' } }, { departure: '2026-03-02', return: '2026-05-31', derived: [], problem: 'length-disagrees' }],
  ] as const)('%j', (times, dates) => {
    expect(deriveDates(times)).toEqual(dates)
  })

  it('never ends before it begins, and longer stays never end sooner', () => {
    const start = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const length = fc.integer({ min: 1, max: 96 }).map((quarters) => quarters / 4)
    fc.assert(
      fc.property(
        start,
        length,
        length,
        fc.constantFrom('days', 'weeks', 'months'),
        (day, one, other, unit) => {
          const [shorter, longer] = [Math.min(one, other), Math.max(one, other)]
          const end = endOf(day, { length: shorter, unit })
          expect(end >= day).toBe(true)
          expect(endOf(day, { length: longer, unit }) >= end).toBe(true)
        },
      ),
    )
  })
})
