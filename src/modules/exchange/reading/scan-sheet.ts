import { decodeXml } from './workbook-parts.ts'

/** A cell that was given no value by its formula: an error such as #N/A, or null when it was never calculated. */
export interface ValuelessCell {
  row: number
  column: number
  error: string | null
}

export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** What a sheet's XML says beside its values. */
export interface SheetScan {
  /** Rows with something in them; the last of them, and the last column with something, 1-based. */
  rows: number
  lastRow: number
  lastColumn: number
  valueless: ValuelessCell[]
  merged: CellRange[]
}

/** Excel's own size (ECMA-376 allows no more rows); a number beyond it is a trap. */
const rowsOfExcel = 1_048_576
/** Enough for any honest sheet; more are not looked at. */
const mostMerged = 50_000

/**
 * Reads a sheet's XML piece by piece, row by row, without building anything: how many rows there are before anything is loaded,
 * which cells are errors, and which are merged. read-excel-file tells none of these. Answers null for a sheet that breaks the rules.
 */
export async function scanSheet(chunks: AsyncIterable<Uint8Array>): Promise<SheetScan | null> {
  const scan: SheetScan = { rows: 0, lastRow: 0, lastColumn: 0, valueless: [], merged: [] }
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = endOfRow(rest, from); end !== -1; end = endOfRow(rest, from)) {
      scanRow(scan, rest.slice(from, end))
      from = end
    }
    rest = rest.slice(from)
    if (scan.lastRow > rowsOfExcel) return null
  }
  for (const [, reference = ''] of rest.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"/g)) {
    const range = parseRange(reference)
    if (range && scan.merged.length < mostMerged) scan.merged.push(range)
  }
  return scan
}

/** The place after the next `</row>`, whatever its prefix; -1 when there is none yet. */
function endOfRow(text: string, from: number): number {
  for (let at = text.indexOf('row>', from); at !== -1; at = text.indexOf('row>', at + 4)) {
    const before = text[at - 1]
    if (before === '/' || (before === ':' && text.lastIndexOf('<', at) === text.lastIndexOf('</', at)))
      return at + 4
  }
  return -1
}

/** How a cell's value begins or ends, with and without a namespace prefix. */
const valueMarks = ['<v>', ':v>', '<v ', 'is>']

function scanRow(scan: SheetScan, text: string): void {
  const row = rowNumber(text) ?? scan.lastRow + 1
  const lastValue = Math.max(...valueMarks.map((mark) => text.lastIndexOf(mark)))
  if (text.includes('t="e"') || text.includes('f>') || text.includes('<f ')) scanFormulas(scan, row, text)
  if (lastValue === -1) return
  scan.rows += 1
  scan.lastRow = row
  const cell = text.lastIndexOf(' r="', lastValue)
  const column = columnNumber(text.slice(cell + 4, cell + 8))
  scan.lastColumn = Math.max(scan.lastColumn, column)
}

function rowNumber(text: string): number | null {
  const at = text.lastIndexOf('row ')
  const found = at === -1 ? null : /^row [^>]*?\br="(\d+)"/.exec(text.slice(at, at + 400))
  return found?.[1] ? Number(found[1]) : null
}

function scanFormulas(scan: SheetScan, row: number, text: string): void {
  for (const [, attributes = '', inside = ''] of text.matchAll(
    /<(?:\w+:)?c\s([^>]*[^/])>(.*?)<\/(?:\w+:)?c>/gs,
  )) {
    const value = /<(?:\w+:)?v>(.*?)<\/(?:\w+:)?v>/s.exec(inside)?.[1]
    const isError = attributes.includes('t="e"')
    if (!isError && (value !== undefined || !/<(?:\w+:)?f[\s>]/.test(inside))) continue
    const column = columnNumber(/\br="([A-Z]+)/.exec(attributes)?.[1] ?? '')
    scan.valueless.push({ row, column, error: isError ? decodeXml(value ?? '#?') : null })
  }
}

function parseRange(reference: string): CellRange | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!found) return null
  const [, left = '', top, right = '', bottom] = found
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) }
}

/** A → 1, AA → 27; reads the letters at the beginning. */
function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column
}
