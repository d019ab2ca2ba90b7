import { daysOfPeriod, type Day } from '#shared/dates.ts'
import { durationProblem } from '#modules/mobilities/activity-types.rules.ts'

/** How many mobilities of a flow stand at each status; absent ones are none. */
export type StatusCounts = Partial<Record<string, number>>

/** Whoever left before going takes no place any more. */
const givesPlaceBack = new Set(['withdrawn', 'cancelled'])

/** The mobilities that take a place. */
export function placesTaken(counts: StatusCounts): number {
  return Object.entries(counts).reduce(
    (sum, [status, count]) => (givesPlaceBack.has(status) ? sum : sum + (count ?? 0)),
    0,
  )
}

/** Places left; never below zero, an overbooked flow is warned of instead. */
export const placesLeft = (places: number, taken: number): number => Math.max(0, places - taken)

/** Something that looks wrong but does not stop anybody; words in `flows:warning.<code>`. */
export interface FlowWarning {
  code: string
  values?: Record<string, string | number>
}

/** What is odd about a flow: its length for the activity type, its dates for the project, more people than places. */
export function flowWarnings(flow: {
  activityType: string
  startDate: Day | null
  endDate: Day | null
  places: number
  taken: number
  project: { startDate: Day; endDate: Day } | null
}): FlowWarning[] {
  return [
    ...lengthWarnings(flow),
    ...projectWarnings(flow),
    ...(flow.taken > flow.places && flow.places > 0
      ? [{ code: 'overbooked', values: { count: flow.taken - flow.places } }]
      : []),
  ]
}

function lengthWarnings({
  activityType,
  startDate,
  endDate,
}: Parameters<typeof flowWarnings>[0]): FlowWarning[] {
  if (startDate === null || endDate === null) return []
  const problem = durationProblem(activityType, daysOfPeriod(startDate, endDate))
  return problem ? [{ code: problem.code, values: problem.values }] : []
}

function projectWarnings({ startDate, endDate, project }: Parameters<typeof flowWarnings>[0]): FlowWarning[] {
  if (project === null) return []
  // Activities take place between the project's dates (grant agreement, article on the starting date and duration).
  const early = startDate !== null && startDate < project.startDate
  const late = endDate !== null && endDate > project.endDate
  return early || late
    ? [{ code: 'outside-project', values: { from: project.startDate, to: project.endDate } }]
    : []
}
