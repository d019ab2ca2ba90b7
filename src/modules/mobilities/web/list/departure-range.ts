import type { Day } from '#shared/dates.ts'

export interface DepartureRange {
  from: Day | null
  to: Day | null
}

/** The whole year. */
export const yearRange = (year: number): DepartureRange => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** The year that the range is, or null where it is not exactly one. */
export function yearOf({ from, to }: DepartureRange): number | null {
  const year = Number(from?.slice(0, 4))
  const whole = yearRange(year)
  return from === whole.from && to === whole.to ? year : null
}

/** The range with its ends in order; empty ends are open. */
export function inOrder(from: string, to: string): DepartureRange {
  const [first, last] = from && to && to < from ? [to, from] : [from, to]
  return { from: first || null, to: last || null }
}
