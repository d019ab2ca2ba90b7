import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import { daysBetween, type Day } from '#shared/dates.ts'
import { landmarkLook, type Landmark } from './landmarks.rules.ts'
import type { LineTask } from './line-code.rules.ts'
import { isStillAsked, taskLook, type TaskLook } from './task.rules.ts'
import { dueOf } from './turn.rules.ts'

/** One station of the line of a mobility. */
export interface Station {
  /** The task's key; a landmark's is `@` and its kind, which no task can have. */
  key: string
  kind: 'task' | Landmark
  /** Whose task it is; null for the landmarks. */
  owner: PartyRole | null
  look: TaskLook
  /** Place along the line, from 0 (application) to 1 (recognition). */
  at: number
  due: Day | null
}

/** The transit-map line of a mobility (look.md, "The line"), ready to be drawn at any size. */
export interface LineModel {
  /** From left to right. */
  stations: Station[]
  /** Where today stands on it, while the mobility is open and its dates are known. */
  today?: number
  /** Tasks done of those asked for; waived ones do not count. */
  progress: { done: number; total: number }
}

export interface LineInput {
  tasks: readonly LineTask[]
  status: Status
  departure: Day | null
  returnDate: Day | null
  today: Day
  /** When an end off the main path took effect. */
  endDay?: Day | null
}

/** The two big stations stand at the same place on every line, so that lines under each other can be compared. */
export const departureAt = 0.55
export const returnAt = 0.78
/** Where dates are missing, stations are ordered as in a stay of this many days. */
const nominalStay = 30

interface Stop extends Station {
  /** Days from the departure. */
  day: number
}

/** The line of a mobility, from its tasks (or `decodeLine` of its stored line), its status, dates and the day it is looked at. */
export function lineOf(input: LineInput): LineModel {
  const { departure, returnDate, today, status, tasks } = input
  const length = departure && returnDate ? Math.max(0, daysBetween(departure, returnDate)) : nominalStay
  const days = tasks
    .map((task) => ({ task, day: task.offsetDays + (task.anchor === 'return' ? length : 0) }))
    .sort((a, b) => a.day - b.day)
  const before = spread(
    days.filter(({ day }) => day <= 0),
    0,
    departureAt,
    input,
  )
  const during = spread(
    days.filter(({ day }) => day > 0 && day <= length),
    departureAt,
    returnAt,
    input,
  )
  const after = spread(
    days.filter(({ day }) => day > 0 && day > length),
    returnAt,
    1,
    input,
  )
  const stops = [
    landmark('application', 0, -Infinity, input),
    ...before,
    landmark('departure', departureAt, 0, input),
    ...during,
    landmark('return', returnAt, length, input),
    ...after,
    landmark('recognition', 1, Infinity, input),
  ]
  const line: LineModel = { stations: stops.map(asStation), progress: countOf(tasks) }
  if (!departure || !returnDate || !isOpen(status)) return line
  return { ...line, today: placeOf(daysBetween(departure, today), stops) }
}

/** Stations at even distances between two landmarks. */
function spread(
  days: readonly { task: LineTask; day: number }[],
  from: number,
  to: number,
  input: LineInput,
): Stop[] {
  return days.map(({ task, day }, index) => {
    const due = dueOf(task, input.departure, input.returnDate)
    const gone =
      task.state === 'open' && !isStillAsked(task, input.status, input.departure, input.endDay ?? null)
    return {
      key: task.key,
      kind: 'task',
      owner: task.owner,
      look: gone ? 'waived' : taskLook({ ...task, due }, input.today),
      at: from + ((to - from) * (index + 1)) / (days.length + 1),
      due,
      day,
    }
  })
}

function landmark(kind: Landmark, at: number, day: number, input: LineInput): Stop {
  const due = kind === 'departure' ? input.departure : kind === 'return' ? input.returnDate : null
  return { key: `@${kind}`, kind, owner: null, look: landmarkLook(kind, due, input), at, due, day }
}

const asStation = ({ key, kind, owner, look, at, due }: Stop): Station => ({
  key,
  kind,
  owner,
  look,
  at,
  due,
})

/** Between the last stop that today has passed and the next one, by days; half-way to the edge where no day is known beyond. */
function placeOf(day: number, stops: readonly Stop[]): number {
  const next = stops.findIndex((stop) => stop.day > day)
  const from = stops[next - 1]
  const to = stops[next]
  if (!from || !to) return 1
  if (!Number.isFinite(from.day) || !Number.isFinite(to.day)) return (from.at + to.at) / 2
  return from.at + ((to.at - from.at) * (day - from.day)) / (to.day - from.day)
}

function countOf(tasks: readonly LineTask[]): LineModel['progress'] {
  const counted = tasks.filter((task) => task.state !== 'waived')
  return { done: counted.filter((task) => task.state === 'done').length, total: counted.length }
}
