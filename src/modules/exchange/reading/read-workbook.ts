import { readSheet } from 'read-excel-file/node'
import { FileProblem } from '#server/files/file-problems.ts'
import type { ZipArchive } from '#server/files/zip-archive.ts'
import type { RawTable } from './read-delimited.ts'
import type { ReadNotes } from './read-notes.ts'
import { scanSheet, type CellRange, type SheetScan } from './scan-sheet.ts'
import { singleSheet } from './single-sheet.ts'
import { readLimits, type SheetSummary, type TableRow } from './table-read.rules.ts'
import { cellText, numberText, type WorkbookValue } from './workbook-cell.ts'
import { listSheets, type WorkbookSheet } from './workbook-parts.ts'

/**
 * Reads one sheet of a workbook that the guard has let through; the first one with rows unless `sheet` names another.
 * Throws FileProblem `file-sheet-missing`, `file-has-no-rows`, `file-too-many-rows`, `file-too-many-columns`, `file-unreadable`.
 */
export async function readWorkbook(
  archive: ZipArchive,
  notes: ReadNotes,
  sheet?: string,
): Promise<RawTable & { sheets: SheetSummary[]; sheet: string }> {
  const scanned = await scanAll(archive, await listSheets(archive))
  const sheets = scanned.map(({ name, scan }) => ({ name, rows: scan.rows }))
  const chosen =
    sheet === undefined
      ? scanned.find(({ scan }) => scan.rows > 0)
      : scanned.find(({ name }) => name === sheet)
  if (!chosen)
    throw sheet === undefined
      ? new FileProblem('file-has-no-rows')
      : new FileProblem('file-sheet-missing', { sheet })
  refuseTooLarge(chosen.scan)
  tellValueless(chosen.scan, notes)
  const rows = toRows(await cellsOf(archive, chosen), notes)
  fillMerged(rows, chosen.scan.merged, notes)
  return { sheets, sheet: chosen.name, rows, emptyRows: (rows.at(-1)?.number ?? 0) - rows.length }
}

type ScannedSheet = WorkbookSheet & { scan: SheetScan }

async function scanAll(archive: ZipArchive, sheets: WorkbookSheet[]): Promise<ScannedSheet[]> {
  const scanned: ScannedSheet[] = []
  for (const sheet of sheets) {
    const scan = await scanSheet(archive.chunks(sheet.path))
    if (!scan) throw new FileProblem('file-unreadable', { sheet: sheet.name })
    scanned.push({ ...sheet, scan })
  }
  return scanned
}

/** Also one lone value far below or far right would make the parser build the whole empty area before it. */
function refuseTooLarge({ rows, lastRow, lastColumn }: SheetScan): void {
  if (rows > readLimits.rows + readLimits.rowsAbove || lastRow > 2 * readLimits.rows) {
    throw new FileProblem('file-too-many-rows', { rows, limit: readLimits.rows, lastRow })
  }
  if (lastColumn > readLimits.columns) {
    throw new FileProblem('file-too-many-columns', { columns: lastColumn, limit: readLimits.columns })
  }
}

function tellValueless(scan: SheetScan, notes: ReadNotes): void {
  for (const { row, column, error } of scan.valueless) {
    if (error === null) notes.add('formula-without-value', { row, column })
    else notes.add('cell-error', { row, column }, { error })
  }
}

async function cellsOf(archive: ZipArchive, sheet: WorkbookSheet): Promise<WorkbookValue[][]> {
  try {
    const bytes = await singleSheet(archive, sheet.path)
    // The types of the library say `typeof Date` where a Date is meant.
    return (await readSheet(bytes, sheet.name, {
      trim: false,
      parseNumber: numberText,
    })) as unknown as WorkbookValue[][]
  } catch (error) {
    if (error instanceof FileProblem) throw error
    throw new FileProblem('file-unreadable', {}, { cause: error })
  }
}

function toRows(values: WorkbookValue[][], notes: ReadNotes): TableRow[] {
  const rows: TableRow[] = []
  for (const [at, row] of values.entries()) {
    const number = at + 1
    const cells = row.map((value, column) => {
      const text = cellText(value)
      if (text === null) notes.add('cell-date-impossible', { row: number, column: column + 1 })
      return text ?? ''
    })
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells })
  }
  return rows
}

/**
 * A value merged over several rows stands only in the first; it belongs to all of them. Rows that hold nothing else stay empty, and
 * cells merged to the right stay empty too (titles).
 */
function fillMerged(rows: TableRow[], merged: readonly CellRange[], notes: ReadNotes): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  for (const { top, left, bottom } of merged) {
    const value = byNumber.get(top)?.cells[left - 1]
    if (!value || bottom === top) continue
    let filled = 0
    for (let number = top + 1; number <= Math.min(bottom, rows.at(-1)?.number ?? 0); number += 1) {
      const cells = byNumber.get(number)?.cells
      if (!cells || cells[left - 1]) continue
      while (cells.length < left) cells.push('')
      cells[left - 1] = value
      filled += 1
    }
    if (filled > 0) notes.add('merged-cells-filled', { row: top, column: left }, { rows: filled })
  }
}
