import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, ageOn, daysBetween, daysOfPeriod, isDay, todayIn } from './dates.ts'

const day = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1900-01-01', n))
const step = fc.integer({ min: -5000, max: 5000 })

describe('days', () => {
  it('knows which days exist', () => {
    expect(isDay('2028-02-29')).toBe(true)
    for (const wrong of ['2027-02-29', '2027-13-01', '27-01-01', '2027-1-1', '', '2027-01-01T00:00'])
      expect(isDay(wrong)).toBe(false)
  })

  it('refuses to count from something that is no day', () => {
    expect(() => addDays('soon', 1)).toThrow(RangeError)
    expect(() => daysBetween('2027-01-01', '')).toThrow(RangeError)
  })

  it('goes there and back', () => {
    fc.assert(
      fc.property(day, step, (from, n) => {
        expect(isDay(addDays(from, n))).toBe(true)
        expect(addDays(addDays(from, n), -n)).toBe(from)
        expect(daysBetween(from, addDays(from, n))).toBe(n)
        expect(addDays(from, n) > from).toBe(n > 0)
      }),
    )
  })

  it('is not moved by the clock changes of March and October', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
    expect(daysBetween('2027-10-30', '2027-11-01')).toBe(2)
  })

  it('counts first and last day of a period', () => {
    expect(daysOfPeriod('2027-05-04', '2027-05-29')).toBe(26)
    expect(daysOfPeriod('2027-05-04', '2027-05-04')).toBe(1)
  })
})

describe('months', () => {
  it('stays within the month', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2027-03-31', -13)).toBe('2026-02-28')
  })

  it('moves the month by exactly that many', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -240, max: 240 }), (from, n) => {
        const to = addMonths(from, n)
        const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
        expect(months(to) - months(from)).toBe(n)
        expect(Number(to.slice(8)) <= Number(from.slice(8))).toBe(true)
      }),
    )
  })
})

describe('age', () => {
  it('changes on the birthday', () => {
    expect(ageOn('2009-05-04', '2027-05-03')).toBe(17)
    expect(ageOn('2009-05-04', '2027-05-04')).toBe(18)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })

  it('never falls as time goes on', () => {
    fc.assert(
      fc.property(day, day, fc.nat(2000), (birth, from, n) => {
        expect(ageOn(birth, addDays(from, n))).toBeGreaterThanOrEqual(ageOn(birth, from))
      }),
    )
  })
})

describe('today', () => {
  it('is the day of the place, not of the server', () => {
    const now = new Date('2026-11-23T23:30:00Z')
    expect(todayIn('Europe/Rome', now)).toBe('2026-11-24')
    expect(todayIn('Atlantic/Azores', now)).toBe('2026-11-23')
  })

  it('refuses an unknown place', () => {
    expect(() => todayIn('Europe/Atlantis', new Date(0))).toThrow(RangeError)
  })
})
