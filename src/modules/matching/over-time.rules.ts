import type { Day } from '#shared/dates.ts'
import { restAround, type Period } from './load.rules.ts'

/** The stay of whoever has no dates: there all the time. */
export const always: Period = { from: '0000-01-01', to: '9999-12-31' }

/** So many who are somewhere on every day of a period, the first and the last included. */
export interface Taken extends Period {
  count: number
}

/** How many may be somewhere at once, and who is there already. */
export interface Use {
  places: number
  /** By others, whatever the plan says. */
  taken: readonly Taken[]
  /** By people of the plan; one entry for each period. */
  seated: Taken[]
}

export const useOf = (places: number, taken: readonly Taken[] = []): Use => ({ places, taken, seated: [] })

export const samePeriod = (one: Period, other: Period): boolean =>
  one.from === other.from && one.to === other.to

/** Seats one more for a stay. */
export function seat(use: Use, { from, to }: Period): void {
  const same = use.seated.find((one) => samePeriod(one, { from, to }))
  if (same) same.count += 1
  else use.seated.push({ from, to, count: 1 })
}

/** The fullest day of a stay: what is left on it (below 0: too many), and how many of the plan are there. */
export function fullestDuring(use: Use, stay: Period): { left: number; seated: number } {
  let fullest = { left: Infinity, seated: 0 }
  for (const day of beginnings([...use.taken, ...use.seated], stay)) {
    const seated = countOn(use.seated, day)
    const left = use.places - seated - countOn(use.taken, day)
    if (left < fullest.left) fullest = { left, seated }
  }
  return fullest
}

/** A day on which these windows (by their place in the list) are there together, and what is left for them. */
export interface Moment {
  windows: ReadonlySet<number>
  left: number
}

/**
 * The days that matter for how many may come: the number of people only grows when a period begins, so no other days need to be looked at; and
 * a day says nothing new where all its windows meet on another one with as little left. Windows that all overlap come to one moment.
 */
export function tightMoments(windows: readonly Period[], use: Use): Moment[] {
  const held = [...use.taken, ...use.seated]
  const days = new Set(windows.flatMap((window) => [...beginnings([...held, ...windows], window)]))
  const moments = [...days]
    .map((day): Moment => ({
      windows: new Set(windows.flatMap((window, at) => (window.from <= day && day <= window.to ? [at] : []))),
      left: use.places - countOn(held, day),
    }))
    .toSorted((a, b) => b.windows.size - a.windows.size || a.left - b.left)
  const kept: Moment[] = []
  for (const moment of moments)
    if (!kept.some((one) => one.left <= moment.left && isWithin(moment.windows, one.windows)))
      kept.push(moment)
  return kept
}

/** Whether two groups follow each other before a company has rested so many days. Groups that overlap are there together. */
export function restsTooLittle(one: Period, other: Period, restDays: number): boolean {
  const days = restAround(one, [other])
  return days !== null && days < restDays
}

/** The first day of a stay, and those within it on which one of these begins. */
function beginnings(periods: readonly Period[], stay: Period): Set<Day> {
  const days = new Set([stay.from])
  for (const { from } of periods) if (from > stay.from && from <= stay.to) days.add(from)
  return days
}

function countOn(taken: readonly Taken[], day: Day): number {
  let sum = 0
  for (const one of taken) if (one.from <= day && day <= one.to) sum += one.count
  return sum
}

function isWithin(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  for (const one of some) if (!all.has(one)) return false
  return true
}
