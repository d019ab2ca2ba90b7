import Papa from 'papaparse'
import { guessDelimiter } from './guess-delimiter.ts'
import type { ReadNotes } from './read-notes.ts'
import { readLimits, type TableRow } from './table-read.rules.ts'
import { FileProblem } from '#server/files/file-problems.ts'

const mostRows = readLimits.rows + readLimits.rowsAbove

/** Rows as they are in the file: every row that holds something, with its number. */
export interface RawTable {
  rows: TableRow[]
  /** Rows that were wholly empty and left out. */
  emptyRows: number
}

/**
 * Reads text with a delimiter (`;` `,` tab `|`), cells in quotes with line ends included; what Excel puts on the clipboard is the
 * tab kind. Throws FileProblem `file-too-many-rows` with the number of rows.
 */
export function readDelimited(
  text: string,
  notes: ReadNotes,
  delimiter?: string,
): RawTable & { delimiter: string } {
  const { body, declared, skipped } = withoutDeclaration(text.replace(/\r\n?/g, '\n'))
  const chosen = delimiter ?? declared ?? guessDelimiter(body)
  const quoted = parse(body, chosen, false)
  // An opened quotation mark that is never closed swallows the rest of the file: then marks are letters like any other.
  const parsed = quoted.unclosedAt === null ? quoted : parse(body, chosen, true)
  if (quoted.unclosedAt !== null) notes.add('quotes-unclosed', { row: quoted.unclosedAt + skipped })
  if (parsed.filled > mostRows) {
    throw new FileProblem('file-too-many-rows', {
      rows: parsed.filled,
      limit: readLimits.rows,
      lastRow: parsed.last + skipped,
    })
  }
  for (const row of parsed.rows) row.number += skipped
  return { rows: parsed.rows, emptyRows: parsed.empty, delimiter: chosen }
}

/** Excel reads and hides a first line `sep=;`. */
function withoutDeclaration(text: string): { body: string; declared?: string; skipped: number } {
  const declaration = /^"?sep=([;,\t|])"?\n/i.exec(text)
  if (!declaration?.[1]) return { body: text, skipped: 0 }
  return { body: text.slice(declaration[0].length), declared: declaration[1], skipped: 1 }
}

interface Parsed {
  rows: TableRow[]
  /** Rows with something in them, the last of them, and the empty ones before it. */
  filled: number
  last: number
  empty: number
  unclosedAt: number | null
}

function parse(text: string, delimiter: string, plain: boolean): Parsed {
  const parsed: Parsed = { rows: [], filled: 0, last: 0, empty: 0, unclosedAt: null }
  let number = 0
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    ...(plain && { fastMode: true }),
    step: ({ data, errors }) => {
      number += 1
      if (errors.some((error) => error.code === 'MissingQuotes')) parsed.unclosedAt = number
      if (!data.some((cell) => cell.trim() !== '')) return
      parsed.filled += 1
      parsed.last = number
      if (parsed.filled <= mostRows) parsed.rows.push({ number, cells: data })
    },
  })
  parsed.empty = parsed.last - parsed.filled
  return parsed
}
