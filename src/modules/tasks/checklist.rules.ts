import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'

export const duties = [
  'coordinator',
  'mentor',
  'administration',
  'finance',
  'legal-representative',
  'emergency',
  'tutor',
  'arrival',
] as const
/** What somebody in an organisation answers for; tasks are addressed to it, not to a name. */
export type Duty = (typeof duties)[number]

export const conditionNames = [
  'minor',
  'adult',
  'learner',
  'staff',
  'group',
  'long',
  'work-placement',
] as const
/** When a task is asked for at all; absent = always. */
export type TaskCondition = (typeof conditionNames)[number]

/** One line of a checklist template. Deadlines are working values that each organisation edits. */
export interface ChecklistTask {
  /** Unique in its checklist; shipped keys have words in `tasks:task.<key>`. */
  key: string
  /** Words of the organisation's own, instead of the shipped ones. */
  title?: string
  owner: PartyRole
  duty?: Duty
  anchor: 'departure' | 'return'
  /** Days after the anchor; negative = before. */
  offsetDays: number
  /** Keys of the tasks that must be done first. */
  needs: readonly string[]
  /** The fact that completes it; without one a person ticks it. */
  fact?: string
  /** The status that waits for it. */
  blocks?: 'ready' | 'closed'
  when?: TaskCondition
  /** `own`: seen by the owner's organisation only. */
  visibility?: 'shared' | 'own'
}

export interface Checklist {
  key: string
  tasks: readonly ChecklistTask[]
}

/** What is wrong with a template; words in `tasks:checklistProblem.<code>`. Errors must be mended, warnings may stand. */
export interface ChecklistProblem {
  level: 'error' | 'warning'
  code:
    | 'bad-key'
    | 'duplicate-key'
    | 'unknown-need'
    | 'cycle'
    | 'offset-too-far'
    | 'title-empty'
    | 'due-before-need'
  task: string
  values: Record<string, string | number>
}

/** How many days from departure or return a deadline may lie: the longest stay is a year, preparation starts a year before. */
export const furthestOffset = 1000

/** Everything that is wrong with a template, in the order of its tasks; empty when it is fine. */
export function checklistProblems(tasks: readonly ChecklistTask[]): ChecklistProblem[] {
  const known = new Map(tasks.map((task) => [task.key, task]))
  const seen = new Set<string>()
  const problems: ChecklistProblem[] = []
  for (const task of tasks) {
    if (seen.has(task.key)) problems.push(problem(task, 'duplicate-key', {}))
    seen.add(task.key)
    problems.push(...ownProblems(task), ...needProblems(task, known))
  }
  const cycle = findCycle(tasks)
  const first = cycle && known.get(cycle[0] ?? '')
  if (first) problems.push(problem(first, 'cycle', { tasks: cycle.join(' → ') }))
  return problems
}

/** A circle of needs as the keys on it, the first one repeated at the end; null when there is none. */
export function findCycle(tasks: readonly ChecklistTask[]): string[] | null {
  const needs = new Map(tasks.map((task) => [task.key, task.needs]))
  const cleared = new Set<string>()
  const path: string[] = []
  const walk = (key: string): string[] | null => {
    if (cleared.has(key)) return null
    const start = path.indexOf(key)
    if (start >= 0) return [...path.slice(start), key]
    path.push(key)
    for (const need of needs.get(key) ?? []) {
      const cycle = needs.has(need) ? walk(need) : null
      if (cycle) return cycle
    }
    path.pop()
    cleared.add(key)
    return null
  }
  for (const task of tasks) {
    const cycle = walk(task.key)
    if (cycle) return cycle
  }
  return null
}

/** The tasks so that each stands after all it needs, otherwise as given. Unknown needs and circles are passed over. */
export function inOrder<T extends { key: string; needs: readonly string[] }>(tasks: readonly T[]): T[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  const visited = new Set<string>()
  const ordered: T[] = []
  const visit = (task: T): void => {
    if (visited.has(task.key)) return
    visited.add(task.key)
    for (const need of task.needs) {
      const needed = byKey.get(need)
      if (needed) visit(needed)
    }
    ordered.push(task)
  }
  for (const task of tasks) visit(task)
  return ordered
}

function ownProblems(task: ChecklistTask): ChecklistProblem[] {
  const problems: ChecklistProblem[] = []
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(task.key)) problems.push(problem(task, 'bad-key', {}))
  if (task.title !== undefined && task.title.trim() === '') problems.push(problem(task, 'title-empty', {}))
  if (!Number.isInteger(task.offsetDays) || Math.abs(task.offsetDays) > furthestOffset)
    problems.push(problem(task, 'offset-too-far', { days: furthestOffset }))
  return problems
}

function needProblems(task: ChecklistTask, known: ReadonlyMap<string, ChecklistTask>): ChecklistProblem[] {
  return task.needs.flatMap((key) => {
    const need = known.get(key)
    if (!need) return [problem(task, 'unknown-need', { need: key })]
    return isDueAfter(need, task) ? [problem(task, 'due-before-need', { need: key }, 'warning')] : []
  })
}

/** Whether the need is surely due after its dependant, however long the stay is. */
function isDueAfter(need: ChecklistTask, dependant: ChecklistTask): boolean {
  if (need.anchor === dependant.anchor) return need.offsetDays > dependant.offsetDays
  return need.anchor === 'return' && need.offsetDays > 0 && dependant.offsetDays <= 0
}

function problem(
  task: ChecklistTask,
  code: ChecklistProblem['code'],
  values: ChecklistProblem['values'],
  level: ChecklistProblem['level'] = 'error',
): ChecklistProblem {
  return { level, code, task: task.key, values }
}
