/** What is worth telling about a file that could be read. Words in `locales/<language>/exchange.json`, filled with `values`. */
export const readNoteCodes = [
  'encoding-guessed', // values: encoding. Neither UTF-8 nor marked: another encoding can be chosen
  'line-not-utf-8', // values: line. One line of a UTF-8 file was written by another program; read as Windows-1252
  'letters-lost', // the file itself holds the replacement mark: whoever saved it lost a letter
  'null-bytes-removed',
  'quotes-unclosed', // a quotation mark is opened and never closed: read as plain text
  'row-too-wide', // values: cells, columns
  'rows-empty', // values: count. Skipped
  'rows-above-header', // values: count. Title block, not imported
  'header-missing', // columns are named by letter
  'column-empty', // values: name. Left out
  'column-unnamed', // values: name
  'column-name-repeated', // values: name, renamed
  'cell-error', // values: error, as #N/A. Taken as empty
  'cell-date-impossible', // a number shown as a date that no calendar has. Taken as empty
  'formula-without-value', // never calculated: open the file in Excel and save it
  'merged-cells-filled', // values: rows. The value was repeated down
  'cell-very-long', // values: length
  'cell-cut', // values: length, limit
  'more-notes', // values: code, count. Notes of this code beyond the first hundred
] as const
export type ReadNoteCode = (typeof readNoteCodes)[number]

/** A remark on the file; `row` and `column` are 1-based places in the file as a spreadsheet shows it. */
export interface ReadNote {
  code: ReadNoteCode
  row?: number
  column?: number
  values?: Record<string, string | number>
}

/** A row with its 1-based number in the file. `cells` lines up with the table's columns; an empty cell is ''. */
export interface TableRow {
  number: number
  cells: string[]
}

export interface TableColumn {
  /** Place in each row's `cells`. */
  index: number
  /** 1-based place in the file; empty columns were left out between. */
  column: number
  name: string
  /** Up to five different values, as they appear first. */
  samples: string[]
  /** Number of cells with something in them, and of different values among them. */
  filled: number
  distinct: number
}

export interface SheetSummary {
  name: string
  /** Number of rows with something in them, title and header rows included. */
  rows: number
}

/** A file turned into a clean table. */
export interface TableRead {
  sheets: SheetSummary[]
  /** The name of the sheet that was read; '' for text. */
  sheet: string
  encoding?: string
  delimiter?: string
  /** 1-based row in the file that holds the names of the columns; 0 when there is none. */
  headerRow: number
  columns: TableColumn[]
  rows: TableRow[]
  notes: ReadNote[]
}

export interface ReadOptions {
  /** Name of the sheet to read; the first one with rows unless told. */
  sheet?: string
  /** 1-based row of the header, 0 for a table without one; found unless told. */
  headerRow?: number
  /** For text: the delimiter and the encoding (a label of the WHATWG Encoding Standard); guessed unless told. */
  delimiter?: string
  encoding?: string
}

export const readLimits = {
  rows: 100_000,
  /** Rows of title and header that may stand above so many rows. */
  rowsAbove: 100,
  columns: 300,
  /** Characters in a cell: longer than `longCell` gets a note, longer than `cell` is cut (Excel's own limit). */
  longCell: 10_000,
  cell: 32_767,
  notesOfACode: 100,
} as const

/** A column's letters as spreadsheets show them: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
