import { decideDateStyle, type DateOrder, type DateStyle } from '../reading/dates-in-cells.rules.ts'
import { importFields, type ImportFieldKey } from '../reading/import-fields.rules.ts'
import { decideNumberStyle, type NumberStyle } from '../reading/numbers-in-cells.rules.ts'

/** Which column, by its place in a row's cells, holds a field. */
export type Mapping = Partial<Record<ImportFieldKey, number>>

/** How the columns of a file write dates, numbers and genders; decided from all cells of a column together. */
export interface ColumnStyles {
  dates: Partial<Record<ImportFieldKey, DateStyle>>
  numbers: Partial<Record<ImportFieldKey, NumberStyle>>
  /** Both letters that matter, where H and M are hombre and mujer. */
  genders: string[]
}

/** Decides the styles of all mapped columns; `order` overrides what the dates seem to say. */
export function stylesOf(
  rows: readonly { cells: readonly string[] }[],
  mapping: Mapping,
  order?: DateOrder,
): ColumnStyles {
  const styles: ColumnStyles = { dates: {}, numbers: {}, genders: [] }
  for (const { key, kind } of importFields) {
    const at = mapping[key]
    if (at === undefined) continue
    const cells = (): string[] => rows.flatMap((row) => row.cells[at] || [])
    if (kind === 'date' || kind === 'month') {
      const style = decideDateStyle(cells())
      styles.dates[key] = order ? { ...style, order } : style
    } else if (kind === 'amount' || kind === 'months' || kind === 'weeks' || kind === 'days') {
      styles.numbers[key] = decideNumberStyle(cells())
    } else if (kind === 'gender') styles.genders = [...new Set(cells())].slice(0, 50)
  }
  return styles
}
