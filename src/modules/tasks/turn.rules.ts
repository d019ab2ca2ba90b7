import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { inOrder } from './checklist.rules.ts'
import type { Task } from './task.rules.ts'

/** Who has to act next, in what, and since when they could. */
export interface Turn {
  owner: PartyRole
  key: string
  due: Day | null
  since: Day | null
  late: boolean
}

/** Whose turn it is: the owner of the unblocked open task that is due first, over the tasks all parties see; null when nothing is open. */
export function whoseTurn(tasks: readonly Task[], today: Day): Turn | null {
  let next: Task | null = null
  for (const task of tasks) {
    if (task.state !== 'open' || task.blocked || task.visibility === 'own') continue
    if (next === null || comesBefore(task, next)) next = task
  }
  if (!next) return null
  const { owner, key, due, unblockedOn } = next
  return { owner, key, due, since: unblockedOn, late: due !== null && due < today }
}

/** A task that stands in the way, and whether it could be done right now. */
export interface InTheWay {
  key: string
  owner: PartyRole
  due: Day | null
  canStart: boolean
}

/** The chain of open tasks in the way of this one, those to be done first in front; empty when it is not blocked. */
export function whyBlocked(task: Task, tasks: readonly Task[]): InTheWay[] {
  const open = new Map(tasks.filter((t) => t.state === 'open').map((t) => [t.key, t]))
  const inTheWay = new Set<Task>()
  const visit = (current: Task): void => {
    for (const need of current.needs) {
      const needed = open.get(need)
      if (!needed || needed.key === task.key || inTheWay.has(needed)) continue
      inTheWay.add(needed)
      visit(needed)
    }
  }
  if (task.state === 'open') visit(task)
  return inOrder([...inTheWay]).map(({ key, owner, due, blocked }) => ({
    key,
    owner,
    due,
    canStart: !blocked,
  }))
}

/** The deadline that follows from the dates of the mobility; null while its anchor is unknown. */
export function dueOf(
  task: Pick<Task, 'anchor' | 'offsetDays'>,
  departure: Day | null,
  returnDate: Day | null,
): Day | null {
  const anchor = task.anchor === 'departure' ? departure : returnDate
  return anchor === null ? null : addDays(anchor, task.offsetDays)
}

/** The tasks with the deadlines that new dates of the mobility give them; unmoved rows are the same objects. */
export function moveDueDates<T extends Task>(
  tasks: readonly T[],
  departure: Day | null,
  returnDate: Day | null,
): T[] {
  return tasks.map((task) => {
    const due = dueOf(task, departure, returnDate)
    return due === task.due ? task : { ...task, due }
  })
}

function comesBefore(a: Task, b: Task): boolean {
  if (a.due === null || b.due === null) return a.due !== null && b.due === null
  return a.due < b.due
}
