import { isKnownColumnName } from './column-names.rules.ts'
import type { TableRow } from './table-read.rules.ts'

/** How far down a header is looked for, and how many rows tell what the table looks like. */
const searched = 100
const sampled = 500

/**
 * Finds the row that names the columns, also below a title block: as wide as the table, short different words instead of numbers
 * and dates, best of all words that we know. Answers its place in `rows`, or -1 when every row looks like data.
 */
export function findHeader(rows: readonly TableRow[]): number {
  const usual = usualWidth(rows.slice(0, sampled))
  let best = -1
  let bestScore = 0
  for (const [at, row] of rows.slice(0, searched).entries()) {
    const score = headerScore(row, usual) - at / 100
    if (score > bestScore) [best, bestScore] = [at, score]
  }
  return best
}

/** The number of filled cells that a wide row of the table has: three rows in four have no more. */
function usualWidth(rows: readonly TableRow[]): number {
  const widths = rows.map((row) => row.cells.filter(Boolean).length).sort((a, b) => a - b)
  return Math.max(1, widths[Math.floor(widths.length * 0.75)] ?? 1)
}

function headerScore(row: TableRow, usual: number): number {
  const cells = row.cells.filter(Boolean)
  const known = cells.filter(isKnownColumnName).length
  const words = cells.filter(looksLikeName).length / cells.length
  if (cells.length < Math.min(2, usual) || (known === 0 && words < 0.75)) return 0
  const different = new Set(cells.map((cell) => cell.toLowerCase())).size / cells.length
  const wide = Math.min(1, cells.length / usual)
  if (wide < 0.5 && known < 2) return 0
  return 3 * Math.min(known, 5) + 2 * words + different + 4 * wide
}

/** A name of a column: has a letter, is no address, date or long sentence. */
function looksLikeName(cell: string): boolean {
  return /\p{L}/u.test(cell) && cell.length <= 120 && !/@|^https?:|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(cell)
}
