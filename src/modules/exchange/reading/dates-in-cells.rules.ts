import { monthOfName } from './month-names.rules.ts'

/** The order in which a column writes day and month when both are numbers. */
export type DateOrder = 'day-first' | 'month-first'

export type DateProblem =
  | 'date-unreadable'
  | 'date-does-not-exist' // 31.02.2026
  | 'date-year-only'
  | 'date-out-of-range' // before 1900 or after 2100

/** What a cell says: a day (`2026-05-04`), only a month (`2026-05`), or why it cannot be read. */
export type CellDate = { date: string } | { month: string } | { problem: DateProblem }

/** How a column writes its dates, decided from all its values together. */
export interface DateStyle {
  order: DateOrder
  /**
   * - `proven`: at least one value can only be read this way
   * - `usual`: no value needs to be asked about (ISO, month names, points, or day and month equal)
   * - `ambiguous`: all numbers are 12 or less, so both orders fit: ask
   * - `mixed`: some values prove one order, some the other: ask
   */
  certainty: 'proven' | 'usual' | 'ambiguous' | 'mixed'
  /** Number of values that would be another day in the other order. */
  ambiguous: number
}

interface Numbers {
  first: number
  second: number
  year: string
  separator: string
}

const numeric = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?$/
const yearFirst = /^(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/
const timeAfter = /(?:T|[\s,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]m)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i

/**
 * Decides the order of day and month for a whole column. Points and hyphens are written day first everywhere in Europe; slashes are
 * day first too unless a value proves the other order, but are reported as ambiguous.
 */
export function decideDateStyle(values: readonly string[]): DateStyle {
  const all = values.flatMap((value) => numbersOf(value) ?? [])
  const dayFirst = all.filter(({ first, second }) => first > 12 && second <= 12).length
  const monthFirst = all.filter(({ first, second }) => second > 12 && first <= 12).length
  const either = all.filter(({ first, second }) => first <= 12 && second <= 12 && first !== second)
  const order = monthFirst > dayFirst ? 'month-first' : 'day-first'
  if (dayFirst > 0 && monthFirst > 0) return { order, certainty: 'mixed', ambiguous: either.length }
  if (dayFirst + monthFirst > 0) return { order, certainty: 'proven', ambiguous: 0 }
  const slashes = either.filter(({ separator }) => separator === '/').length
  return { order, certainty: slashes > 0 ? 'ambiguous' : 'usual', ambiguous: slashes }
}

/**
 * Reads one cell in the column's order. A value that fits only the other order is read that way (13 is no month).
 * `today` (ISO) places two-digit years: up to ten years ahead, else in the past.
 */
export function readDate(text: string, order: DateOrder, today: string): CellDate {
  const value = withoutTime(text)
  if (/^\d{4}$/.test(value)) return { problem: 'date-year-only' }
  const numbers = numbersOf(value)
  if (numbers) {
    const [day, month] = inOrder(numbers, order)
    return dayOf(fullYear(numbers.year, today), month, day)
  }
  const iso = yearFirst.exec(value) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(value)
  if (iso) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  return monthOnly(value) ?? serial(value) ?? named(value, today) ?? { problem: 'date-unreadable' }
}

/** Reads a whole column: its style and every cell in that style. */
export function readDateColumn(
  values: readonly string[],
  today: string,
): { style: DateStyle; dates: CellDate[] } {
  const style = decideDateStyle(values)
  return { style, dates: values.map((value) => readDate(value, style.order, today)) }
}

function withoutTime(text: string): string {
  const value = text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(timeAfter, '')
    .trim()
  return value === '' ? text.trim() : value
}

function numbersOf(text: string): Numbers | null {
  const found = numeric.exec(withoutTime(text))
  if (!found) return null
  const [, first, separator = '', second, year = ''] = found
  return { first: Number(first), second: Number(second), year, separator }
}

function inOrder({ first, second }: Numbers, order: DateOrder): [day: number, month: number] {
  if (first > 12 && second <= 12) return [first, second]
  if (second > 12 && first <= 12) return [second, first]
  return order === 'day-first' ? [first, second] : [second, first]
}

function fullYear(year: string, today: string): number {
  if (year.length === 4) return Number(year)
  const limit = Number(today.slice(0, 4)) + 10
  const inCentury = Math.floor(limit / 100) * 100 + Number(year)
  return inCentury > limit ? inCentury - 100 : inCentury
}

function dayOf(year: number, month: number, day: number): CellDate {
  if (year < 1900 || year > 2100) return { problem: 'date-out-of-range' }
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? { date: date.toISOString().slice(0, 10) } : { problem: 'date-does-not-exist' }
}

function monthOf(year: number, month: number): CellDate {
  if (year < 1900 || year > 2100) return { problem: 'date-out-of-range' }
  if (month < 1 || month > 12) return { problem: 'date-does-not-exist' }
  return { month: `${year}-${String(month).padStart(2, '0')}` }
}

/** `03-2011`, `3/2011`, `2011-03`. */
function monthOnly(value: string): CellDate | null {
  const found = /^(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(value)
  if (found) return monthOf(Number(found[2]), Number(found[1]))
  const turned = /^(\d{4})\s*[./-]\s*(\d{1,2})$/.exec(value)
  return turned ? monthOf(Number(turned[1]), Number(turned[2])) : null
}

/** Excel's count of days from 1900, which has a 29 February 1900 too many; 7,306 is 1 January 1920. */
function serial(value: string): CellDate | null {
  if (!/^\d{4,5}(?:\.\d+)?$/.test(value)) return null
  const days = Math.floor(Number(value))
  if (days < 7306 || days > 73_415) return null
  return { date: new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10) }
}

/** `4 May 2026`, `lunedì 4 maggio 2026`, `4 de mayo de 2026`, `4. Mai 26`, `1er mai 2026`, `May 4, 2026`, `4-May-26`, `mars 2011`. */
function named(value: string, today: string): CellDate | null {
  const words = value.match(/\p{L}+|\d+/gu) ?? []
  // The month is the word nearest to the year: "mar" is also a Tuesday.
  const monthAt = words.findLastIndex((word) => monthOfName(word) !== null)
  const month = monthOfName(words[monthAt] ?? '')
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const others = words.filter((word, at) => at !== monthAt && !/^\d+$/.test(word))
  if (month === null || others.some((word) => word.length > 12) || others.length > 3) return null
  const [first = '', second] = numbers
  if (numbers.length === 1 && first.length === 4) return monthOf(Number(first), month)
  if (numbers.length !== 2 || !second) return null
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return null
  return dayOf(fullYear(year, today), month, Number(day))
}
