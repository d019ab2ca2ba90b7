import { daysOfPeriod } from '#shared/dates.ts'
import { readDate } from '../reading/dates-in-cells.rules.ts'
import { deriveDates, type Derivation, type StayTimes } from '../reading/derive-dates.rules.ts'
import { readLength, type LengthUnit } from '../reading/lengths-in-cells.rules.ts'
import type { CellReader } from './cell-reader.ts'

export interface TimesInRow {
  departure: string | null
  return: string | null
  /** Days of the stay, first and last counted; null where the dates are not known. */
  days: number | null
  derived: Derivation[]
}

/** When a row goes and comes back, as it says or as it can be worked out. A row without both is refused. */
export function timesInRow(cells: CellReader): TimesInRow {
  const times: StayTimes = {
    ...dayIn(cells, 'departure'),
    ...endIn(cells),
    ...monthIn(cells),
    ...lengthIn(cells),
  }
  const { departure, return: end, derived, problem } = deriveDates(times)
  const told = cells.problems.some(
    ({ level, field }) =>
      level === 'error' && (field === 'departure' || field === 'return' || field === 'startMonth'),
  )
  if (problem === 'length-disagrees')
    cells.add('return', problem, 'warning', { departure: departure ?? '', return: end ?? '' })
  else if (problem === 'return-missing') cells.add('return', problem, 'error')
  else if (problem === 'dates-missing' && !told) cells.add('departure', problem, 'error')
  else if (problem === 'return-before-departure')
    cells.add('return', problem, 'error', { departure: departure ?? '', return: end ?? '' })
  const days = departure && end && end >= departure ? daysOfPeriod(departure, end) : null
  return { departure, return: end, days, derived }
}

function dayIn(
  cells: CellReader,
  field: 'departure' | 'return',
): { departure?: string; startMonth?: string } {
  const text = cells.text(field)
  if (!text) return {}
  const read = readDate(text, cells.styles.dates[field]?.order ?? 'day-first', cells.today)
  if ('date' in read) return { departure: read.date }
  if ('month' in read) return { startMonth: read.month }
  cells.add(field, read.problem, 'error', { text: text.slice(0, 80) })
  return {}
}

function endIn(cells: CellReader): { return?: string } {
  const { departure: date, startMonth: month } = dayIn(cells, 'return')
  if (month) cells.add('return', 'date-day-missing', 'error', { text: cells.text('return') })
  return date ? { return: date } : {}
}

function monthIn(cells: CellReader): { startMonth?: string } {
  const text = cells.text('startMonth')
  if (!text) return {}
  const read = readDate(text, cells.styles.dates.startMonth?.order ?? 'day-first', cells.today)
  if ('month' in read) return { startMonth: read.month }
  if ('date' in read) return { startMonth: read.date.slice(0, 7) }
  if (!cells.text('departure')) cells.add('startMonth', read.problem, 'error', { text: text.slice(0, 80) })
  return {}
}

const lengths: readonly (readonly ['lengthMonths' | 'lengthWeeks' | 'lengthDays', LengthUnit])[] = [
  ['lengthMonths', 'months'],
  ['lengthWeeks', 'weeks'],
  ['lengthDays', 'days'],
]

function lengthIn(cells: CellReader): { length?: { length: number; unit: LengthUnit } } {
  for (const [field, unit] of lengths) {
    const text = cells.text(field)
    // Published lists write 0.0 where there was no stay of that kind.
    if (!text || /^0+(?:[.,]0+)?$/.test(text)) continue
    const read = readLength(text, cells.styles.numbers[field]?.decimal)
    if (read) return { length: { length: Math.min(read.length, 3660), unit: read.unit ?? unit } }
    cells.add(field, 'length-unreadable', 'warning', { text: text.slice(0, 80) })
  }
  return {}
}
