import type { ReadNotes } from './read-notes.ts'
import { readLimits, type TableRow } from './table-read.rules.ts'
import { withoutGuard } from '#server/files/safe-cell.ts'

/**
 * Cleans every cell in place: null bytes and blanks at the ends go, the quote that guards our own exports goes, over-long text is
 * cut. Everything that a person should know becomes a note with its row and column; letters are never replaced.
 */
export function cleanRows(rows: readonly TableRow[], notes: ReadNotes): void {
  for (const row of rows) {
    for (const [at, cell] of row.cells.entries()) {
      if (cell !== '') row.cells[at] = cleanCell(cell, { row: row.number, column: at + 1 }, notes)
    }
  }
}

function cleanCell(raw: string, place: { row: number; column: number }, notes: ReadNotes): string {
  let cell = raw
  if (cell.includes('\0')) {
    notes.add('null-bytes-removed', place)
    cell = cell.replaceAll('\0', '')
  }
  if (cell.includes('\ufffd')) notes.add('letters-lost', place)
  cell = withoutGuard(cell.trim())
  if (cell.length <= readLimits.longCell) return cell
  const { length } = cell
  if (length <= readLimits.cell) {
    notes.add('cell-very-long', place, { length })
    return cell
  }
  notes.add('cell-cut', place, { length, limit: readLimits.cell })
  return cell.slice(0, readLimits.cell)
}
