import { addDays, addMonths, daysBetween, type Day } from '#shared/dates.ts'

/** A stretch of days with its first and its last. */
export interface Period {
  from: Day
  to: Day
}

export const spans = ['week', 'weeks'] as const
/** Seven days of one week, or eight weeks. */
export type Span = (typeof spans)[number]

const weeksShown = 8
// 5 January 1970 was a Monday; weeks begin with it (ISO 8601).
const aMonday = '1970-01-05'

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const past = daysBetween(aMonday, day) % 7
  return addDays(day, past < 0 ? -past - 7 : -past)
}

/** The columns of a board that begins with a Monday: days of a week, or weeks. */
export function columnsOf(monday: Day, span: Span): Period[] {
  return span === 'week'
    ? Array.from({ length: 7 }, (_one, i) => ({ from: addDays(monday, i), to: addDays(monday, i) }))
    : Array.from({ length: weeksShown }, (_one, i) => ({
        from: addDays(monday, i * 7),
        to: addDays(monday, i * 7 + 6),
      }))
}

/** From the first day of the first column to the last of the last. */
export const periodOf = (columns: readonly Period[]): Period => ({
  from: columns[0]?.from ?? '',
  to: columns.at(-1)?.to ?? '',
})

/** Every day of a period. */
export function daysOf({ from, to }: Period): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_one, i) => addDays(from, i))
}

/** Whole weeks, Monday to Sunday, that touch a period. */
export function weeksOf({ from, to }: Period): Period[] {
  const weeks: Period[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7))
    weeks.push({ from: monday, to: addDays(monday, 6) })
  return weeks
}

export const zooms = ['year', 'quarter'] as const
export type Zoom = (typeof zooms)[number]

/** Months of a timeline, the first one being that of a day: twelve, or three. */
export function monthsOf(day: Day, zoom: Zoom): Period[] {
  const first = `${day.slice(0, 7)}-01`
  return Array.from({ length: zoom === 'year' ? 12 : 3 }, (_one, i) => ({
    from: addMonths(first, i),
    to: addDays(addMonths(first, i + 1), -1),
  }))
}
