import { daysBetween, type Day } from '#shared/dates.ts'
import { daysOf, weeksOf, type Period } from './days.rules.ts'
import { placesOn } from './lanes.rules.ts'

/** A week of the timeline: people at most on one day, places planned in flows, and what there is for them. */
export interface WeekCapacity {
  from: Day
  people: number
  /** Places of the flows of that week, or their people where those are more. */
  needed: number
  /** What is needed if all options are taken up as well. */
  options: number
  /** Free throughout the week, whoever takes them; null where no register is kept. */
  beds: number | null
  places: number | null
}

/** Adds groups up day by day: `count` people from their first to their last day. */
export function sumOf(groups: readonly (Period & { count: number })[], period: Period): number[] {
  const length = daysBetween(period.from, period.to) + 1
  const steps = Array.from({ length: length + 1 }, () => 0)
  for (const { from, to, count } of groups) {
    const start = Math.max(0, daysBetween(period.from, from))
    const end = Math.min(length - 1, daysBetween(period.from, to))
    if (end < start) continue
    steps[start] = (steps[start] ?? 0) + count
    steps[end + 1] = (steps[end + 1] ?? 0) - count
  }
  let now = 0
  return steps.slice(0, length).map((step) => (now += step))
}

/** What is needed and what there is, week by week. */
export function capacityOf(
  asked: Period,
  people: readonly (Period & { count: number })[],
  flows: readonly (Period & { places: number; taken: number })[],
  beds: number | null,
  positions: readonly { startsOn: Day | null; endsOn: Day | null; places: number }[] | null,
  options: readonly (Period & { count: number })[],
): WeekCapacity[] {
  const weeks = weeksOf(asked)
  const period = { from: weeks[0]?.from ?? asked.from, to: weeks.at(-1)?.to ?? asked.to }
  const here = sumOf(people, period)
  // Beyond the people who are named already: the places of a flow that nobody has yet.
  const open = sumOf(
    flows.map(({ from, to, places, taken }) => ({ from, to, count: Math.max(0, places - taken) })),
    period,
  )
  const kept = sumOf(options, period)
  const places = positions === null ? null : placesOn(positions, period)
  const days = daysOf(period).length
  return weeks.map(({ from }, week) => {
    const [start, end] = [week * 7, Math.min(days, week * 7 + 7)]
    const at = <T>(values: readonly T[]): T[] => values.slice(start, end)
    return {
      from,
      people: Math.max(0, ...at(here)),
      needed: Math.max(0, ...at(here).map((many, day) => many + (open[start + day] ?? 0))),
      options: Math.max(
        0,
        ...at(here).map((many, day) => many + (open[start + day] ?? 0) + (kept[start + day] ?? 0)),
      ),
      beds,
      places: places === null ? null : Math.min(...at(places)),
    }
  })
}
