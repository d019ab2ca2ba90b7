import { addDays, daysBetween, type Day } from '#shared/dates.ts'

/** How many days a board shows. */
export const boardLengths = { weeks: 14, month: 35 } as const
export type BoardView = keyof typeof boardLengths

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

export const daysOf = (from: Day, count: number): Day[] =>
  Array.from({ length: count }, (_one, at) => addDays(from, at))

/** Where a bar lies among so many days from `from`, in columns; it may begin before and end after what is seen. */
export function barOf(
  stay: { startsOn: Day; endsOn: Day },
  from: Day,
  count: number,
): { start: number; length: number; before: boolean; after: boolean } {
  const first = daysBetween(from, stay.startsOn)
  const last = daysBetween(from, stay.endsOn)
  const start = Math.max(0, first)
  const end = Math.min(count, last)
  return { start, length: Math.max(0, end - start), before: first < 0, after: last > count }
}

/** The free stretches of a bed among so many days. */
export function gapsOf(
  stays: readonly { startsOn: Day; endsOn: Day }[],
  from: Day,
  count: number,
): { start: number; length: number }[] {
  const gaps: { start: number; length: number }[] = []
  let at = 0
  for (const stay of stays.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const { start, length } = barOf(stay, from, count)
    if (length === 0) continue
    if (start > at) gaps.push({ start: at, length: start - at })
    at = Math.max(at, start + length)
  }
  if (at < count) gaps.push({ start: at, length: count - at })
  return gaps
}
