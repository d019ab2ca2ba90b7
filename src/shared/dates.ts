/** A calendar day as `YYYY-MM-DD`, without time or zone. Two days compare as strings. */
export type Day = string

const dayMs = 86_400_000
const form = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists (`2027-02-29` does not). */
export function isDay(text: string): boolean {
  if (!form.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && toDay(time) === text
}

/** The day `days` later (earlier when negative). Throws a RangeError when `day` is none. */
export function addDays(day: Day, days: number): Day {
  return toDay(toTime(day) + days * dayMs)
}

/** The same day of the month `months` later, or the month's last day where that one is missing (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(toTime(day))
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(Math.min(wanted, daysInMonth(date.getUTCFullYear(), date.getUTCMonth())))
  return toDay(date.getTime())
}

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toTime(to) - toTime(from)) / dayMs)
}

/** Days of a period that counts its first and its last day, as the programme counts the days of an activity. */
export function daysOfPeriod(first: Day, last: Day): number {
  return daysBetween(first, last) + 1
}

/** Completed years of life on a day; a birthday on 29 February is reached on 1 March of other years. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day it is in a time zone (IANA name, e.g. `Europe/Rome`) at a moment. Throws a RangeError for an unknown zone. */
export function todayIn(timeZone: string, now: Date): Day {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  const parts = new Map(formatter.formatToParts(now).map((part) => [part.type, part.value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

function toTime(day: Day): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!form.test(day) || Number.isNaN(time)) throw new RangeError(`not a day: ${day}`)
  return time
}

// The same few days are written again and again where thousands of tasks move.
const days = new Map<number, Day>()
const mostDays = 5000

function toDay(time: number): Day {
  const known = days.get(time)
  if (known !== undefined) return known
  const day = new Date(time).toISOString().slice(0, 10)
  if (days.size >= mostDays) days.clear()
  days.set(time, day)
  return day
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
}
