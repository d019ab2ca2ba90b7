import type { BookingField } from './booking-columns.rules.ts'
import { airport } from './airports.rules.ts'
import { readPlace } from './places-on-legs.ts'
import { numberIn } from './read-legs.ts'
import { readDay, readTime } from './read-times.rules.ts'

/** What the columns of a list without headings are, by what stands in them: most of a column's cells must look so. */
export function guessColumnsOf(rows: readonly string[][]): Map<BookingField, number> {
  const found = new Map<BookingField, number>()
  const width = Math.max(0, ...rows.map((row) => row.length))
  for (let at = 0; at < width; at += 1) {
    const cells = rows.slice(0, 50).flatMap((row) => row[at]?.trim() || [])
    const field = cells.length === 0 ? null : fieldOf(cells, found)
    if (field) found.set(field, at)
  }
  return found
}

function fieldOf(cells: readonly string[], found: ReadonlyMap<BookingField, number>): BookingField | null {
  const most = (looks: (cell: string) => boolean): boolean => cells.filter(looks).length >= cells.length * 0.7
  const next = (...fields: BookingField[]): BookingField | null =>
    fields.find((field) => !found.has(field)) ?? null
  if (most((cell) => /^\d{1,2}[A-K]$/i.test(cell))) return next('seat')
  if (most((cell) => readTime(cell) !== null && cell.length <= 8)) return next('departs', 'arrives')
  if (most((cell) => cell.length <= 10 && numberIn(cell) !== null)) return next('number')
  if (most((cell) => readDay(cell, '2026-01-01') !== null)) return next('date', 'arrivalDate')
  if (most((cell) => airport(cell) !== undefined)) return next('from', 'to')
  if (most((cell) => /^\+?[\d\s()/-]{7,}$/.test(cell))) return next('phone')
  if (most((cell) => /^\p{L}[\p{L}'’.-]+(?:[ /,]+\p{L}[\p{L}'’.-]*)+$/u.test(cell)) && !found.has('name'))
    return 'name'
  if (most((cell) => readPlace(cell, []) !== null)) return next('from', 'to')
  return null
}
