import type { Day } from '#shared/dates.ts'

/** Places of positions that are open, and how many of them nobody has. */
export interface Places {
  places: number
  free: number
}

/** From which day on there are so many places, and until when; null: no end is known. */
export type LaterPlaces = Places & { from: Day; until: Day | null }

interface Opening {
  startsOn: Day | null
  endsOn: Day | null
  places: number
}

interface Lying {
  from: Day
  to: Day
}

/**
 * What is free at a company today, and what will be when its next position begins: counted as the week board counts, with everybody who works
 * there on a day, whatever their position. Null: no position is open today, or none begins later.
 */
export function freePlacesOf(
  positions: readonly Opening[],
  lying: readonly Lying[],
  today: Day,
): { today: Places | null; later: LaterPlaces | null } {
  const now = positions.filter((one) => isOpen(one, today))
  const begins = positions.flatMap(({ startsOn }) => (startsOn && startsOn > today ? [startsOn] : []))
  const from = begins.toSorted()[0]
  return {
    today: now.length > 0 ? countedIn(now, lying, [today]) : null,
    later: from === undefined ? null : laterFrom(positions, lying, from),
  }
}

/** The time in which as many places are open as on its first day; free is what is free on all of its days. */
function laterFrom(positions: readonly Opening[], lying: readonly Lying[], from: Day): LaterPlaces {
  const open = positions.filter((one) => isOpen(one, from))
  const until = open.flatMap(({ endsOn }) => endsOn ?? []).toSorted()[0] ?? null
  // More work there only from the day on which somebody begins.
  const begins = lying.map((one) => one.from).filter((day) => day > from && (until === null || day <= until))
  return { from, until, ...countedIn(open, lying, [from, ...new Set(begins)]) }
}

function countedIn(open: readonly Opening[], lying: readonly Lying[], days: readonly Day[]): Places {
  const places = open.reduce((sum, one) => sum + one.places, 0)
  const taken = days.map((day) => lying.filter(({ from, to }) => from <= day && day <= to).length)
  return { places, free: Math.max(0, places - Math.max(0, ...taken)) }
}

const isOpen = ({ startsOn, endsOn }: Opening, day: Day): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day)
