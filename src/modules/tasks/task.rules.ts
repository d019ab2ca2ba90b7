import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { Status } from '#modules/mobilities/statuses.rules.ts'
import { isOpen } from '#modules/mobilities/statuses.rules.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Duty } from './checklist.rules.ts'

export type TaskState = 'open' | 'done' | 'waived'
export type TaskLook = 'done' | 'waived' | 'blocked' | 'late' | 'due' | 'later'

/** One task of one mobility, as the table `task` holds it. */
export interface Task {
  key: string
  title: string | null
  owner: PartyRole
  duty: Duty | null
  anchor: 'departure' | 'return'
  offsetDays: number
  due: Day | null
  needs: readonly string[]
  /** Open, and something it needs is still open. */
  blocked: boolean
  fact: string | null
  blocks: 'ready' | 'closed' | null
  visibility: 'shared' | 'own'
  state: TaskState
  /** Since when nothing stands in its way; null while something does. */
  unblockedOn: Day | null
}

/** The changes of a task's state that exist; docs/lifecycles.md draws them. */
export const taskChanges: readonly (readonly [from: TaskState, to: TaskState])[] = [
  ['open', 'done'],
  ['done', 'open'],
  ['open', 'waived'],
  ['waived', 'open'],
]

/** From how many days before its deadline a task counts as due. */
export const dueSoonDays = 7

/** How a task looks on a day. Blocked comes before late: it is not its owner who is late, but the one in the way. */
export function taskLook(task: Pick<Task, 'state' | 'blocked' | 'due'>, today: Day): TaskLook {
  if (task.state !== 'open') return task.state
  return task.blocked ? 'blocked' : lookOfDay(task.due, today)
}

/** How a deadline looks on a day; one that is not known yet lies later. */
export function lookOfDay(due: Day | null, today: Day): 'late' | 'due' | 'later' {
  if (due === null) return 'later'
  if (due < today) return 'late'
  return due <= addDays(today, dueSoonDays) ? 'due' : 'later'
}

/** Why a person cannot tick, waive or reopen a task; words in `tasks:whyNot.<code>`. */
export type WhyNotTask =
  | 'done-already'
  | 'waived-already'
  | 'open-already'
  | 'blocked'
  | 'by-fact'
  | 'not-yours'
  | 'reason-needed'

/**
 * Why somebody with these roles in the mobility cannot tick the task, or null. The sending side may tick for others what it was told;
 * a task with a fact is completed where the fact is recorded, never by a tick.
 */
export function whyNotTick(task: Task, roles: readonly PartyRole[]): WhyNotTask | null {
  if (task.state !== 'open') return task.state === 'done' ? 'done-already' : 'waived-already'
  if (!answersFor(task, roles)) return 'not-yours'
  if (task.blocked) return 'blocked'
  return task.fact === null ? null : 'by-fact'
}

/** Why the task cannot be called not needed here, or null. Only the sending side, and an owner for its own tasks, with a reason. */
export function whyNotWaive(task: Task, roles: readonly PartyRole[], reason: string): WhyNotTask | null {
  if (task.state !== 'open') return task.state === 'done' ? 'done-already' : 'waived-already'
  const may = roles.includes('sending') || (task.visibility === 'own' && roles.includes(task.owner))
  if (!may) return 'not-yours'
  return reason.trim() === '' ? 'reason-needed' : null
}

/** Why the task cannot be opened again, or null; what a fact completed is reopened by withdrawing the fact. */
export function whyNotReopen(task: Task, roles: readonly PartyRole[]): WhyNotTask | null {
  if (task.state === 'open') return 'open-already'
  if (!answersFor(task, roles)) return 'not-yours'
  return task.state === 'done' && task.fact !== null ? 'by-fact' : null
}

/**
 * Whether an open task is still asked for in this status. After a stay that was cut short the tasks after the return go on
 * (report, assessment, money); after one that never began, or is closed, none does. `endDay`: when the end took effect.
 */
export function isStillAsked(
  task: Pick<Task, 'anchor'>,
  status: Status,
  departure: Day | null = null,
  endDay: Day | null = null,
): boolean {
  if (isOpen(status)) return true
  const wasAbroad =
    status === 'ended-early' ||
    (status === 'force-majeure' && departure !== null && endDay !== null && endDay >= departure)
  return wasAbroad && task.anchor === 'return'
}

function answersFor(task: Task, roles: readonly PartyRole[]): boolean {
  return roles.includes(task.owner) || (task.visibility === 'shared' && roles.includes('sending'))
}
