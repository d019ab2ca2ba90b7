import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { safeCell, withoutGuard, workbookText } from './safe-cell.ts'

describe('cells that no spreadsheet runs', () => {
  it.each([
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ['+39 06 1234', "'+39 06 1234"],
    ['@Café', "'@Café"],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['\u200b=1', "'\u200b=1"],
    ['＝1', "'＝1"],
    ['-12.5', '-12.5'],
    ["'t Hart", "'t Hart"],
    ["O'Connor", "O'Connor"],
    ['a@b.example', 'a@b.example'],
    ['García-López', 'García-López'],
    ['', ''],
  ])('%j becomes %j', (text, safe) => {
    expect(safeCell(text)).toBe(safe)
    expect(withoutGuard(safe)).toBe(text)
  })

  const risky = fc.string({ unit: fc.constantFrom(...Array.from(`=+-@'\t\r\n 1aé＝"`)), maxLength: 8 })

  it('never begins like a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(risky, (text) => {
        const safe = safeCell(text)
        expect(/^-?\d+([.,]\d+)?$/.test(safe) || !/^\s*[=+\-@＝]/.test(safe)).toBe(true)
        expect(withoutGuard(safe)).toBe(text)
      }),
    )
  })

  it('survives the way through a CSV file', () => {
    fc.assert(
      fc.property(fc.array(risky, { minLength: 1, maxLength: 5 }), (texts) => {
        const csv = Papa.unparse([texts.map(safeCell)], { quotes: true })
        const [row = []] = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data
        expect(row.map(withoutGuard)).toEqual(texts)
      }),
    )
  })

  it('types workbook text as text and leaves out what XML cannot hold', () => {
    expect(workbookText('=1+1\0\u0007é')).toEqual({ type: String, value: '=1+1é' })
    expect(workbookText('x'.repeat(40_000)).value).toHaveLength(32_767)
  })
})
