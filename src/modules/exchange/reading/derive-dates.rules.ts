import type { LengthUnit } from './lengths-in-cells.rules.ts'

/** What a row says about when; dates are ISO days, `startMonth` is `2011-03`. */
export interface StayTimes {
  departure?: string
  return?: string
  startMonth?: string
  length?: { length: number; unit: LengthUnit }
}

/** What was worked out rather than read, so that a person can see and correct it. */
export type Derivation = 'departure-first-of-month' | 'return-from-length' | 'departure-from-length'

export interface DerivedDates {
  departure: string | null
  /** The last day of the stay: a stay of 7 days from Monday returns on Sunday. */
  return: string | null
  derived: Derivation[]
  problem?: 'dates-missing' | 'return-missing' | 'return-before-departure' | 'length-disagrees'
}

/** National Agencies' own worked examples count a month as 30 days (4 months = 120 days), so half a month is 15. */
const daysOfMonth = 30

/**
 * Works out departure and return from what there is: dates as they are; a start month begins on its first day; a length counts the
 * first and the last day. `length-disagrees` when a given return is more than a week from what the length says.
 */
export function deriveDates(times: StayTimes): DerivedDates {
  const derived: Derivation[] = []
  let { departure = null, return: end = null } = times
  if (departure === null && times.startMonth) {
    departure = `${times.startMonth}-01`
    derived.push('departure-first-of-month')
  }
  if (departure === null && end !== null && times.length) {
    departure = startOf(end, times.length)
    derived.push('departure-from-length')
  }
  if (departure === null) return { departure, return: end, derived, problem: 'dates-missing' }
  if (end === null && times.length) {
    end = endOf(departure, times.length)
    derived.push('return-from-length')
  }
  if (end === null) return { departure, return: end, derived, problem: 'return-missing' }
  const problem = problemOf(departure, end, derived.length === 0 ? times.length : undefined)
  return { departure, return: end, derived, ...(problem && { problem }) }
}

function problemOf(departure: string, end: string, length: StayTimes['length']): DerivedDates['problem'] {
  if (end < departure) return 'return-before-departure'
  if (!length) return undefined
  return Math.abs(daysBetween(endOf(departure, length), end)) > 7 ? 'length-disagrees' : undefined
}

/** The last day of a stay that begins on `start`. Never before its first day. */
export function endOf(start: string, { length, unit }: NonNullable<StayTimes['length']>): string {
  const end = unit === 'months' ? addMonths(start, length) : addDays(start, wholeDays(length, unit))
  const last = addDays(end, -1)
  return last < start ? start : last
}

function startOf(end: string, { length, unit }: NonNullable<StayTimes['length']>): string {
  const after = addDays(end, 1)
  const start = unit === 'months' ? addMonths(after, -length) : addDays(after, -wholeDays(length, unit))
  return start > end ? end : start
}

const wholeDays = (length: number, unit: LengthUnit): number =>
  Math.round(unit === 'weeks' ? length * 7 : length)

/** Whole months by the calendar (31 January and a month is the end of February), the rest in days of a 30-day month. */
function addMonths(start: string, months: number): string {
  const whole = Math.trunc(months)
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + whole + 1, 0)).getUTCDate()
  const moved = new Date(Date.UTC(year, month - 1 + whole, Math.min(day, lastDay)))
  return addDays(moved.toISOString().slice(0, 10), Math.round((months - whole) * daysOfMonth))
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
