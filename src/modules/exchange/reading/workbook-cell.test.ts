import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText, numberText } from './workbook-cell.ts'

describe('values of a workbook as text', () => {
  it.each([
    [new Date('2026-05-04T00:00:00Z'), '2026-05-04'],
    [new Date('2026-05-04T07:59:59.999Z'), '2026-05-04 08:00'],
    [new Date('1899-12-30T08:30:00Z'), '08:30'],
    [new Date(Number.NaN), null],
    [true, 'TRUE'],
    [false, 'FALSE'],
    [null, ''],
    ['@Café', '@Café'],
  ])('%s', (value, text) => {
    expect(cellText(value)).toBe(text)
  })

  it.each([
    ['0.30000000000000004', '0.3'],
    ['1234.5600000000001', '1234.56'],
    ['1.5E3', '1500'],
    ['3.4612345678E+10', '34612345678'],
    ['1E-7', '0.0000001'],
    ['1.25E21', '1250000000000000000000'],
    ['12345678901234567890', '12345678901234567890'],
    ['-0.5', '-0.5'],
    ['100', '100'],
  ])('%s', (raw, text) => {
    expect(numberText(raw)).toBe(text)
  })

  it('writes any number without exponent and means the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const text = numberText(String(value))
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text)).toBe(Number(value.toPrecision(15)))
      }),
    )
  })
})
