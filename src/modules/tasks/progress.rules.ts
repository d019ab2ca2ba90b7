import type { Day } from '#shared/dates.ts'
import type { Task, TaskState } from './task.rules.ts'

/**
 * Sets `blocked` and `unblockedOn` true to the states. A task is blocked iff it is open and a task it needs is open.
 * Rows that stay as they are come back as the same objects, so `changedRows` finds what to save.
 */
export function settle<T extends Task>(tasks: readonly T[], today: Day): T[] {
  const open = new Set(tasks.filter((task) => task.state === 'open').map((task) => task.key))
  return tasks.map((task) => {
    const blocked = task.state === 'open' && task.needs.some((need) => need !== task.key && open.has(need))
    const unblockedOn = blocked ? null : (task.unblockedOn ?? today)
    const same = blocked === task.blocked && unblockedOn === task.unblockedOn
    return same ? task : { ...task, blocked, unblockedOn }
  })
}

/** The tasks after the one of that key took another state. */
export function withState<T extends Task>(
  tasks: readonly T[],
  key: string,
  state: TaskState,
  today: Day,
): T[] {
  return settle(
    tasks.map((task) => (task.key === key && task.state !== state ? { ...task, state } : task)),
    today,
  )
}

/** The tasks after the facts have had their say: a task with a fact is done while the fact holds, open when it does not; a waived one stays waived. */
export function completeByFacts<T extends Task>(
  tasks: readonly T[],
  facts: ReadonlySet<string>,
  today: Day,
): T[] {
  const told = tasks.map((task) => {
    if (task.fact === null || task.state === 'waived') return task
    const state: TaskState = facts.has(task.fact) ? 'done' : 'open'
    return state === task.state ? task : { ...task, state }
  })
  return settle(told, today)
}

/** What reopening a task does: the tasks after it, and those already done that relied on it and should be looked at again. */
export function reopen<T extends Task>(
  tasks: readonly T[],
  key: string,
  today: Day,
): { tasks: T[]; lookAgain: string[] } {
  const after = withState(tasks, key, 'open', today)
  const lookAgain = dependantsOf(tasks, key).filter((task) => task.state === 'done')
  return { tasks: after, lookAgain: lookAgain.map((task) => task.key) }
}

/** All tasks that need the one of that key, directly or through others. */
export function dependantsOf<T extends Task>(tasks: readonly T[], key: string): T[] {
  const reached = new Set([key])
  let before = 0
  while (reached.size > before) {
    before = reached.size
    for (const task of tasks) if (task.needs.some((need) => reached.has(need))) reached.add(task.key)
  }
  return tasks.filter((task) => task.key !== key && reached.has(task.key))
}

/** The rows of `after` that are not the same objects as in `before`: what to save. */
export function changedRows<T extends Task>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Set(before)
  return after.filter((task) => !known.has(task))
}

/** How far the mobility is, over the tasks all parties see; waived tasks do not count. */
export function progressOf(tasks: readonly Pick<Task, 'state' | 'visibility'>[]): {
  done: number
  total: number
} {
  const counted = tasks.filter((task) => task.visibility === 'shared' && task.state !== 'waived')
  return { done: counted.filter((task) => task.state === 'done').length, total: counted.length }
}

/** How many open tasks stand before `ready` and before `closed`. */
export function openBefore(tasks: readonly Pick<Task, 'state' | 'blocks'>[]): {
  ready: number
  closed: number
} {
  const before = (status: 'ready' | 'closed') =>
    tasks.filter((task) => task.state === 'open' && task.blocks === status).length
  return { ready: before('ready'), closed: before('closed') }
}
