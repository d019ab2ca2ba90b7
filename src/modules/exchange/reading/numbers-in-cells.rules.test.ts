import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLength } from './lengths-in-cells.rules.ts'
import { decideNumberStyle, readNumber } from './numbers-in-cells.rules.ts'

describe('one number', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1500.0', '1500'],
    ['1500', '1500'],
    ['12,5', '12.5'],
    ['€ 1.500,00', '1500'],
    ['1 500,00 €', '1500'],
    ['1\u00a0500,00 EUR', '1500'],
    ["1'500.50", '1500.5'],
    ['1’500.50', '1500.5'],
    ['1.500,-', '1.5'],
    ['-12,50', '-12.5'],
    ['(12.50)', '-12.5'],
    ['12.50-', '-12.5'],
    ['−3', '-3'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['007', '7'],
    ['-0', '0'],
    ['1.234.567,89', '1234567.89'],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toEqual({ value })
  })

  it.each([
    ['16.549.875', 'number-separators'],
    ['1,234,567', 'number-separators'],
    ['1.23,456.7', 'number-separators'],
    ['12.34,56', 'number-separators'],
    ['about 5', 'number-unreadable'],
    ['', 'number-unreadable'],
    ['1e5', 'number-unreadable'],
    ['1234567890123456', 'number-out-of-range'],
  ])('%s is refused', (text, problem) => {
    expect(readNumber(text)).toEqual({ problem })
  })
})

describe('a column of numbers', () => {
  it.each([
    [['1.234,56', '1.500'], { decimal: ',', certainty: 'proven', ambiguous: 0 }],
    [['1500.0', '1.500'], { decimal: '.', certainty: 'proven', ambiguous: 0 }],
    [['1.500', '900'], { decimal: ',', certainty: 'ambiguous', ambiguous: 1 }],
    [['1,500', '900'], { decimal: '.', certainty: 'ambiguous', ambiguous: 1 }],
    [['1500', '900'], { decimal: '.', certainty: 'usual', ambiguous: 0 }],
  ])('%j', (values, style) => {
    expect(decideNumberStyle(values)).toEqual(style)
  })

  it.each([
    ['de-DE', ','],
    ['en-GB', '.'],
    ['it-IT', ','],
    ['fr-FR', ','],
    ['de-CH', '.'],
  ] as const)('comes back from %s', (locale, decimal) => {
    const amounts = fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 1 })
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: 'always' })
    fc.assert(
      fc.property(amounts, (cents) => {
        const written = cents.map((amount) => format.format(amount / 100))
        const style = decideNumberStyle(written)
        expect(style.decimal).toBe(decimal)
        expect(written.map((text) => readNumber(text, style.decimal))).toEqual(
          cents.map((amount) => ({ value: String(amount / 100) })),
        )
      }),
    )
  })

  it('answers plain decimal text or a reason, whatever stands in the cell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,-+ '€x()")), maxLength: 14 }),
        (text) => {
          const answer = readNumber(text)
          expect('value' in answer ? answer.value : '0').toMatch(/^-?\d+(\.\d+)?$/)
        },
      ),
    )
  })
})

describe('lengths', () => {
  it.each([
    ['8.5', { length: 8.5 }],
    ['8,5', { length: 8.5 }],
    ['3.0', { length: 3 }],
    ['3 weeks', { length: 3, unit: 'weeks' }],
    ['2 mesi', { length: 2, unit: 'months' }],
    ['14 Tage', { length: 14, unit: 'days' }],
    ['3 semanas', { length: 3, unit: 'weeks' }],
    ['15 j.', { length: 15, unit: 'days' }],
    ['0', null],
    ['0.0', null],
    ['long', null],
    ['3 years', null],
  ])('%s', (text, length) => {
    expect(readLength(text)).toEqual(length)
  })
})
