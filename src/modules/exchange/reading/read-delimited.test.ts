import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { guessDelimiter } from './guess-delimiter.ts'
import { readDelimited } from './read-delimited.ts'
import { ReadNotes } from './read-notes.ts'

const read = (text: string, delimiter?: string) => {
  const notes = new ReadNotes()
  const table = readDelimited(text, notes, delimiter)
  return { ...table, notes: notes.all() }
}

describe('delimiters', () => {
  it.each([';', ',', '\t', '|'])(
    'finds %j below a title block and beside the others in quotes',
    (delimiter) => {
      const line = (...cells: string[]) => cells.map((cell) => `"${cell}"`).join(delimiter)
      const rows = Array.from({ length: 20 }, (_, at) =>
        line(`Rossi ${at}`, 'Via Roma, 1; interno | 2', '1.234,56', 'Malta'),
      )
      const text = [
        'Istituto Aurora, Verona',
        'Elenco; 2026',
        '',
        line('Cognome', 'Indirizzo', 'Importo', 'Paese'),
        ...rows,
      ].join('\r\n')
      expect(guessDelimiter(text.replaceAll('\r', ''))).toBe(delimiter)
      expect(read(text).rows[4]).toEqual({
        number: 6,
        cells: ['Rossi 1', 'Via Roma, 1; interno | 2', '1.234,56', 'Malta'],
      })
    },
  )

  it('prefers the delimiter of the columns to decimal commas', () => {
    expect(read('name;grant;days\nAnna;1500,50;14\nBen;900,00;21\nCara;12,5;7').delimiter).toBe(';')
  })

  it('follows a first line sep= as Excel does', () => {
    const { rows, delimiter } = read('sep=|\nname|town\nAnna|Graz')
    expect(delimiter).toBe('|')
    expect(rows.at(-1)).toEqual({ number: 3, cells: ['Anna', 'Graz'] })
  })

  it('reads one column', () => {
    expect(read('name\nAnna\nBen').rows.map((row) => row.cells)).toEqual([['name'], ['Anna'], ['Ben']])
  })
})

describe('rows', () => {
  it('keeps line ends and quotes inside cells, of all line end kinds', () => {
    const { rows } = read('name,note\r"Anna ""Ani"" Berg","one\r\ntwo"\rBen,')
    expect(rows).toEqual([
      { number: 1, cells: ['name', 'note'] },
      { number: 2, cells: ['Anna "Ani" Berg', 'one\ntwo'] },
      { number: 3, cells: ['Ben', ''] },
    ])
  })

  it('skips empty rows and keeps the numbers of the others', () => {
    const { rows, emptyRows } = read('name;town\n\n;;\n  ;\nAnna;Graz\n\n')
    expect(rows.map((row) => row.number)).toEqual([1, 5])
    expect(emptyRows).toBe(3)
  })

  it('reads a never closed quotation mark as a letter and says where', () => {
    const { rows, notes } = read('name;town\nAnna;Graz\n"Bar Sport;Verona\nCara;Bari')
    expect(rows.map((row) => row.cells)).toEqual([
      ['name', 'town'],
      ['Anna', 'Graz'],
      ['"Bar Sport', 'Verona'],
      ['Cara', 'Bari'],
    ])
    expect(notes).toEqual([{ code: 'quotes-unclosed', row: 3 }])
  })

  it('refuses 300,000 rows with their number', () => {
    const text = `name;town\n${'Anna;Graz\n'.repeat(300_000)}`
    expect(() => read(text)).toThrowError(
      expect.objectContaining({
        code: 'file-too-many-rows',
        values: { rows: 300_001, limit: 100_000, lastRow: 300_001 },
      }),
    )
  })

  it('reads back what papaparse wrote, in every delimiter', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...Array.from('aÄ"\',;\t|\n é1')), maxLength: 12 })
      .map((text) => `x${text}`)
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom(';', ',', '\t', '|'), (table, delimiter) => {
        const text = Papa.unparse(table, { delimiter, quotes: true })
        expect(read(text, delimiter).rows.map((row) => row.cells)).toEqual(table)
      }),
    )
  })
})
