import { inspectUpload } from '#server/files/upload-guard.ts'
import { buildTable } from './build-table.ts'
import { cleanRows } from './clean-cells.ts'
import { decodeText } from './decode-text.ts'
import { readDelimited } from './read-delimited.ts'
import { ReadNotes } from './read-notes.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ReadOptions, TableRead } from './table-read.rules.ts'

/**
 * Reads a file into a table, here and now: meant for the reading process (`read-file.ts`), as it can take long and much memory.
 * Throws FileProblem.
 */
export async function readTableHere(bytes: Uint8Array, options: ReadOptions = {}): Promise<TableRead> {
  const upload = await inspectUpload(bytes, { accept: ['xlsx', 'text'] })
  const notes = new ReadNotes()
  const raw = upload.archive
    ? await readWorkbook(upload.archive, notes, options.sheet)
    : readText(bytes, notes, options)
  cleanRows(raw.rows, notes)
  raw.rows = raw.rows.filter((row) => row.cells.some(Boolean))
  const { rows: _, emptyRows: __, ...found } = raw
  const table = buildTable(raw, notes, options.headerRow)
  return { ...found, ...table, notes: notes.all() }
}

function readText(bytes: Uint8Array, notes: ReadNotes, options: ReadOptions) {
  const decoded = decodeText(bytes, options.encoding)
  if (decoded.guessed) notes.add('encoding-guessed', {}, { encoding: decoded.encoding })
  for (const line of decoded.oddLines) notes.add('line-not-utf-8', {}, { line })
  const table = readDelimited(decoded.text, notes, options.delimiter)
  return { ...table, encoding: decoded.encoding, sheet: '', sheets: [{ name: '', rows: table.rows.length }] }
}
