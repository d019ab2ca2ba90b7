import { addDays, daysBetween, type Day } from '#shared/dates.ts'
import { dueSoonDays, type Task } from './task.rules.ts'

export type RemindableTask = Pick<Task, 'state' | 'blocked' | 'due' | 'unblockedOn'>

/** The tasks of today's one mail to a person; each stands in one group, most pressing first. */
export interface Reminder<T> {
  late: T[]
  dueSoon: T[]
  /** Free to be started since the last mail, due later. */
  newlyFree: T[]
}

/** How long a person is left in peace when nothing is new. */
export const quietDays = 3

/**
 * What to remind a person of today, or null when no mail is due. At most one mail a day; within three days of the last one
 * only when something is late, came due or became free since. `lastMailOn`: the day of the last mail, null before the first.
 */
export function reminderFor<T extends RemindableTask>(
  tasks: readonly T[],
  lastMailOn: Day | null,
  today: Day,
): Reminder<T> | null {
  if (lastMailOn !== null && lastMailOn >= today) return null
  const free = tasks.filter((task) => task.state === 'open' && !task.blocked)
  const horizon = addDays(today, dueSoonDays)
  const late = free.filter(({ due }) => due !== null && due < today)
  const dueSoon = free.filter(({ due }) => due !== null && due >= today && due <= horizon)
  const newlyFree = free.filter(
    (task) => (task.due === null || task.due > horizon) && isNew(task, lastMailOn),
  )
  const reminder = { late: byDue(late), dueSoon: byDue(dueSoon), newlyFree: byDue(newlyFree) }
  if (late.length > 0 || newlyFree.length > 0) return reminder
  if (dueSoon.length === 0) return null
  const rested = lastMailOn === null || daysBetween(lastMailOn, today) >= quietDays
  return rested || dueSoon.some((task) => isNew(task, lastMailOn) || cameDue(task, lastMailOn))
    ? reminder
    : null
}

/** Freed on the day of the last mail counts as new: it was most likely freed after the morning's mail had gone. */
function isNew({ unblockedOn }: RemindableTask, lastMailOn: Day | null): boolean {
  return unblockedOn !== null && (lastMailOn === null || unblockedOn >= lastMailOn)
}

/** Whether its deadline was not yet in sight at the last mail. */
function cameDue({ due }: RemindableTask, lastMailOn: Day): boolean {
  return due !== null && due > addDays(lastMailOn, dueSoonDays)
}

function byDue<T extends RemindableTask>(tasks: T[]): T[] {
  return tasks.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
}
