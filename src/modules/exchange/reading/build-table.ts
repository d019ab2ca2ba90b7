import { FileProblem } from '#server/files/file-problems.ts'
import { findHeader } from './find-header.ts'
import type { RawTable } from './read-delimited.ts'
import type { ReadNotes } from './read-notes.ts'
import {
  columnLetters,
  readLimits,
  type TableColumn,
  type TableRead,
  type TableRow,
} from './table-read.rules.ts'

type Table = Pick<TableRead, 'headerRow' | 'columns' | 'rows'>

/**
 * Takes clean rows apart into header and data: names every column once, leaves out empty columns, lines the cells up.
 * `headerRow` (1-based in the file, 0 for none) overrides what would be found.
 * Throws FileProblem `file-has-no-rows`, `file-too-many-rows` or `file-too-many-columns`.
 */
export function buildTable(raw: RawTable, notes: ReadNotes, headerRow?: number): Table {
  const at =
    headerRow === undefined ? findHeader(raw.rows) : raw.rows.findIndex((row) => row.number === headerRow)
  const header = raw.rows[at]
  const data = raw.rows.slice(at + 1)
  if (data.length === 0) throw new FileProblem('file-has-no-rows')
  if (data.length > readLimits.rows) {
    const lastRow = data.at(-1)?.number ?? 0
    throw new FileProblem('file-too-many-rows', { rows: data.length, limit: readLimits.rows, lastRow })
  }
  tellOfRows(raw, at, header, notes)
  const columns = nameColumns(filledColumns(data), header?.cells ?? [], notes)
  if (columns.length > readLimits.columns) {
    throw new FileProblem('file-too-many-columns', { columns: columns.length, limit: readLimits.columns })
  }
  return { headerRow: header?.number ?? 0, columns, rows: lineUp(data, columns) }
}

function tellOfRows(raw: RawTable, at: number, header: TableRow | undefined, notes: ReadNotes): void {
  if (!header) notes.add('header-missing')
  if (at > 0) notes.add('rows-above-header', {}, { count: at })
  if (raw.emptyRows > 0) notes.add('rows-empty', {}, { count: raw.emptyRows })
  if (!header) return
  const width = lastFilled(header.cells)
  for (const row of raw.rows.slice(at + 1)) {
    const cells = lastFilled(row.cells)
    if (cells > width) notes.add('row-too-wide', { row: row.number }, { cells, columns: width })
  }
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1

/** What the cells of each place in the file hold. */
function filledColumns(rows: readonly TableRow[]): Omit<TableColumn, 'index' | 'name'>[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  return Array.from({ length: width }, (_, at) => {
    const values = new Set<string>()
    let filled = 0
    for (const row of rows) {
      const cell = row.cells[at]
      if (!cell) continue
      filled += 1
      values.add(cell)
    }
    return { column: at + 1, samples: [...values.values().take(5)], filled, distinct: values.size }
  })
}

function nameColumns(
  places: Omit<TableColumn, 'index' | 'name'>[],
  header: readonly string[],
  notes: ReadNotes,
): TableColumn[] {
  const used = new Set<string>()
  const columns: TableColumn[] = []
  const named = header.map((cell) => cell.replace(/\s+/g, ' '))
  for (const [at, name] of named.entries()) {
    if (name && !places[at]?.filled) notes.add('column-empty', { column: at + 1 }, { name })
  }
  for (const place of places) {
    if (place.filled === 0) continue
    const given = named[place.column - 1] ?? ''
    const name = unusedName(given || columnLetters(place.column), used)
    if (!given && header.length > 0) notes.add('column-unnamed', { column: place.column }, { name })
    else if (given && name !== given) {
      notes.add('column-name-repeated', { column: place.column }, { name: given, renamed: name })
    }
    columns.push({ index: columns.length, name, ...place })
  }
  return columns
}

/** The second column of a name gets " (2)", so that a name means one column. */
function unusedName(name: string, used: Set<string>): string {
  let unused = name
  for (let number = 2; used.has(unused.toLowerCase()); number += 1) unused = `${name} (${number})`
  used.add(unused.toLowerCase())
  return unused
}

function lineUp(rows: readonly TableRow[], columns: readonly TableColumn[]): TableRow[] {
  return rows.map((row) => ({
    number: row.number,
    cells: columns.map((column) => row.cells[column.column - 1] ?? ''),
  }))
}
