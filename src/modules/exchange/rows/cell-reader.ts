import type { ImportFieldKey } from '../reading/import-fields.rules.ts'
import type { ColumnStyles, Mapping } from './column-styles.rules.ts'
import type { ProblemLevel, RowProblem } from './row-problem.rules.ts'

/** A stored row: its cells as they were brought, and what a person typed over them. */
export interface RawRow {
  number: number
  cells: readonly string[]
  corrections: Partial<Record<ImportFieldKey, string>>
}

/** The cells of one row by field, and the remarks on them. */
export class CellReader {
  readonly problems: RowProblem[] = []
  readonly styles: ColumnStyles
  readonly today: string
  readonly #row: RawRow
  readonly #mapping: Mapping

  constructor(row: RawRow, given: { mapping: Mapping; styles: ColumnStyles; today: string }) {
    this.#row = row
    this.#mapping = given.mapping
    this.styles = given.styles
    this.today = given.today
  }

  /** The text of a field: what was typed over it, else the cell; '' for none. */
  text(field: ImportFieldKey): string {
    const typed = this.#row.corrections[field]
    if (typed !== undefined) return typed.trim()
    const at = this.#mapping[field]
    return at === undefined ? '' : (this.#row.cells[at] ?? '')
  }

  add(
    field: ImportFieldKey | null,
    code: string,
    level: ProblemLevel,
    values?: Record<string, string | number>,
  ): void {
    this.problems.push({ field, code, level, ...(values ? { values } : {}) })
  }

  /** The text of a field that the database keeps up to a length; null for none, and an error for a longer one. */
  short(field: ImportFieldKey, limit: number): string | null {
    const text = this.text(field)
    if (text.length <= limit) return text || null
    this.add(field, 'text-too-long', 'error', { length: text.length, limit })
    return null
  }

  /** What `read` makes of a field; a text that it cannot read becomes a remark of that level. */
  read<T>(
    field: ImportFieldKey,
    read: (text: string) => T | null,
    code: string,
    level: ProblemLevel = 'warning',
  ): T | null {
    const text = this.text(field)
    if (!text) return null
    const value = read(text)
    if (value === null) this.add(field, code, level, { text: text.slice(0, 80) })
    return value
  }
}
