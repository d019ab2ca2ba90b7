import { daysBetween, type Day } from '#shared/dates.ts'
import { daysOf, type Period } from './days.rules.ts'

/** What lies on a board: the days on which it takes a place, the first and the last counted. */
export type Lying = Period

/**
 * A lane for each bar so that no two in one lane touch the same day, with as few lanes as there are bars on the fullest day. Answers lanes in
 * the order of the bars; the earlier a bar begins, the higher it lies.
 */
export function layLanes(bars: readonly Lying[]): number[] {
  const lanes: number[] = Array.from({ length: bars.length }, () => 0)
  const ends: Day[] = []
  const order = [...bars.keys()].toSorted((a, b) => compare(bars[a], bars[b]) || a - b)
  for (const at of order) {
    const bar = bars[at]
    if (!bar) continue
    const free = ends.findIndex((end) => end < bar.from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = bar.to
    lanes[at] = lane
  }
  return lanes
}

const compare = (a: Lying | undefined, b: Lying | undefined): number => {
  const [one, other] = [a?.from ?? '', b?.from ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

/** How many bars lie on each day of a period. */
export function usedOn(bars: readonly Lying[], period: Period): number[] {
  const length = Math.max(0, daysBetween(period.from, period.to) + 1)
  const steps = Array.from({ length: length + 1 }, () => 0)
  for (const { from, to } of bars) {
    const start = Math.max(0, daysBetween(period.from, from))
    const end = Math.min(length - 1, daysBetween(period.from, to))
    if (end < start) continue
    steps[start] = (steps[start] ?? 0) + 1
    steps[end + 1] = (steps[end + 1] ?? 0) - 1
  }
  let now = 0
  return steps.slice(0, length).map((step) => (now += step))
}

/** Places of positions that are open on each day of a period. A position without an end is open for ever. */
export function placesOn(
  positions: readonly { startsOn: Day | null; endsOn: Day | null; places: number }[],
  period: Period,
): number[] {
  return daysOf(period).map((day) =>
    positions.reduce(
      (sum, { startsOn, endsOn, places }) =>
        (startsOn === null || startsOn <= day) && (endsOn === null || day <= endsOn) ? sum + places : sum,
      0,
    ),
  )
}

/** The figures of days as those of columns: what is used at most, and what is free throughout. Null: nobody knows how many there are. */
export function byColumn(
  columns: readonly Period[],
  used: readonly number[],
  places: readonly number[] | null,
): { used: number[]; free: (number | null)[] } {
  const first = columns[0]?.from ?? ''
  const spans = columns.map(({ from, to }) => [daysBetween(first, from), daysBetween(first, to) + 1] as const)
  return {
    used: spans.map(([from, to]) => Math.max(0, ...used.slice(from, to))),
    free: spans.map(([from, to]) =>
      places === null
        ? null
        : Math.min(...places.slice(from, to).map((many, day) => many - (used[from + day] ?? 0))),
    ),
  }
}
