import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEuros, rateOf, whyNotDay } from './expenses.rules.ts'

const rates = [
  { day: '2027-04-30', perEuro: 4.27 },
  { day: '2027-05-03', perEuro: 4.25 },
]

describe('expenses in other currencies', () => {
  it('takes the rate of the day, or the last one before a weekend', () => {
    expect(rateOf(rates, '2027-05-03')?.perEuro).toBe(4.25)
    expect(rateOf(rates, '2027-05-02')?.perEuro).toBe(4.27)
    expect(rateOf(rates, '2027-04-29')).toBeNull()
    expect(rateOf(rates, '2027-05-20')).toBeNull()
  })
  it('never guesses, and rounds to the cent', () => {
    expect(inEuros(100, 'PLN', null)).toBeNull()
    expect(inEuros(100, 'PLN', 4.25)).toBe(23.53)
    expect(inEuros(12.5, 'EUR', null)).toBe(12.5)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e7 }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (cents, rate) => {
          const euros = inEuros(cents / 100, 'PLN', rate) ?? 0
          expect(Math.abs(euros - cents / 100 / rate)).toBeLessThanOrEqual(0.005 + 1e-6)
        },
      ),
    )
  })
  it('refuses days that cannot be', () => {
    expect(whyNotDay('2027-05-04', '2027-05-03')).toBe('in-the-future')
    expect(whyNotDay('2020-05-04', '2027-05-03')).toBe('too-long-ago')
    expect(whyNotDay('2027-05-03', '2027-05-03')).toBeNull()
  })
})
