import { activityType } from '#modules/mobilities/activity-types.rules.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { daysBetween, isDay, type Day } from '#shared/dates.ts'
import {
  furthestOffset,
  inOrder,
  type ChecklistTask,
  type Duty,
  type TaskCondition,
} from './checklist.rules.ts'
import { completeByFacts, settle } from './progress.rules.ts'
import type { Task } from './task.rules.ts'
import { dueOf } from './turn.rules.ts'

/** What the plan needs to know of a mobility. */
export interface PlannedMobility {
  departure: Day | null
  returnDate: Day | null
  participantIsMinor: boolean
  activityType: string
  /** The roles that are filled. */
  partyRoles: readonly PartyRole[]
}

/**
 * The tasks of one mobility from its checklist, each after all it needs, with deadlines, states from the facts, and what is blocked.
 * A task that this mobility does not need falls away, and what it needed is needed by those that needed it.
 */
export function planTasks(
  checklist: readonly ChecklistTask[],
  mobility: PlannedMobility,
  facts: ReadonlySet<string>,
  today: Day,
): Task[] {
  const asked = new Set(checklist.filter((task) => isAsked(task, mobility)).map((task) => task.key))
  const byKey = new Map(checklist.map((task) => [task.key, task]))
  const tasks = checklist
    .filter((task) => asked.has(task.key))
    .map((task) => taskFrom(task, mobility, needsAmong(task, byKey, asked)))
  return completeByFacts(inOrder(tasks), facts, today)
}

/** What a new plan changes in the tasks there are. */
export interface PlanChange<T extends Task> {
  /** All tasks after the change: kept rows with their ids and states, new ones without. */
  tasks: (T | Task)[]
  added: Task[]
  /** Keys of open tasks that are asked no more; done, waived and own-made ones stay. */
  dropped: string[]
}

/** Brings a new plan (a new birth date, company or checklist) into the tasks there are, without losing what was done. */
export function mergePlan<T extends Task>(
  existing: readonly T[],
  planned: readonly Task[],
  today: Day,
): PlanChange<T> {
  const plan = new Map(planned.map((task) => [task.key, task]))
  const kept = existing.filter((t) => plan.has(t.key) || t.state !== 'open' || isOwnMade(t.key))
  const keptKeys = new Set(kept.map((task) => task.key))
  const updated = kept.map((task) => follow(task, plan.get(task.key)))
  const added = planned.filter((task) => !keptKeys.has(task.key))
  const tasks = settle<T | Task>([...updated, ...added], today)
  const dropped = existing.filter((task) => !keptKeys.has(task.key)).map((task) => task.key)
  return { tasks, added: tasks.filter((task) => !keptKeys.has(task.key)), dropped }
}

/** A task somebody adds to one mobility by hand. */
export interface OwnTask {
  title: string
  owner: PartyRole
  duty?: Duty
  due: Day
  needs?: readonly string[]
  visibility?: 'shared' | 'own'
}

/** Why a task cannot be added, or null; words in `tasks:whyNot.<code>`. */
export function whyNotAdd(
  tasks: readonly Task[],
  own: OwnTask,
  mobility: PlannedMobility,
): 'title-needed' | 'title-long' | 'no-day' | 'no-dates' | 'day-too-far' | 'unknown-need' | null {
  const title = own.title.trim()
  if (title === '') return 'title-needed'
  if (title.length > 200) return 'title-long'
  if (!isDay(own.due)) return 'no-day'
  const place = anchorFor(own.due, mobility)
  if (!place) return 'no-dates'
  if (Math.abs(place.offsetDays) > furthestOffset) return 'day-too-far'
  const known = new Set(tasks.map((task) => task.key))
  return (own.needs ?? []).every((need) => known.has(need)) ? null : 'unknown-need'
}

/** The tasks with one added at the end; it moves with the dates of the mobility like all others. Ask `whyNotAdd` first. */
export function addOwnTask<T extends Task>(
  tasks: readonly T[],
  own: OwnTask,
  mobility: PlannedMobility,
  today: Day,
): (T | Task)[] {
  const place = anchorFor(own.due, mobility) ?? { anchor: 'departure', offsetDays: 0 }
  const template: ChecklistTask = {
    ...place,
    key: nextOwnKey(tasks),
    owner: own.owner,
    needs: own.needs ?? [],
  }
  const task: Task = {
    ...taskFrom(template, mobility, own.needs ?? []),
    title: own.title.trim(),
    duty: own.duty ?? null,
    visibility: own.visibility ?? 'shared',
  }
  return settle<T | Task>([...tasks, task], today)
}

/** Whether the mobility needs this line of the checklist. */
function isAsked(task: ChecklistTask, mobility: PlannedMobility): boolean {
  if (task.when && !conditions[task.when](mobility)) return false
  return task.owner !== 'company' || conditions['work-placement'](mobility)
}

const conditions: Record<TaskCondition, (mobility: PlannedMobility) => boolean> = {
  minor: (mobility) => mobility.participantIsMinor,
  adult: (mobility) => !mobility.participantIsMinor,
  learner: (mobility) => activityType(mobility.activityType)?.category === 'learner',
  staff: (mobility) => (activityType(mobility.activityType)?.category ?? 'learner') !== 'learner',
  group: (mobility) => mobility.activityType === 'group-vet',
  long: (mobility) => mobility.activityType === 'LM-LONG-VET',
  'work-placement': (mobility) =>
    mobility.partyRoles.includes('company') || activityType(mobility.activityType)?.workPlacement === true,
}

function needsAmong(
  task: ChecklistTask,
  byKey: ReadonlyMap<string, ChecklistTask>,
  asked: ReadonlySet<string>,
): string[] {
  const found = new Set<string>()
  const passed = new Set<string>()
  const visit = (key: string): void => {
    if (passed.has(key)) return
    passed.add(key)
    if (asked.has(key)) found.add(key)
    else byKey.get(key)?.needs.forEach(visit)
  }
  task.needs.forEach(visit)
  found.delete(task.key)
  return [...found]
}

function taskFrom(task: ChecklistTask, mobility: PlannedMobility, needs: readonly string[]): Task {
  return {
    key: task.key,
    title: task.title ?? null,
    owner: ownerIn(task.owner, mobility),
    duty: task.duty ?? null,
    anchor: task.anchor,
    offsetDays: task.offsetDays,
    due: dueOf(task, mobility.departure, mobility.returnDate),
    needs,
    blocked: false,
    fact: task.fact ?? null,
    blocks: task.blocks ?? null,
    visibility: task.visibility ?? 'shared',
    state: 'open',
    unblockedOn: null,
  }
}

/** Until an accompanying person is named, what they would do is the sender's. */
function ownerIn(owner: PartyRole, { partyRoles }: PlannedMobility): PartyRole {
  return owner === 'accompanying' && !partyRoles.includes('accompanying') ? 'sending' : owner
}

function follow<T extends Task>(task: T, plan: Task | undefined): T {
  if (!plan) return task
  const { title, owner, duty, anchor, offsetDays, due, needs, fact, blocks, visibility } = plan
  const state = fact === null || task.state === 'waived' ? task.state : plan.state
  const next = { title, owner, duty, anchor, offsetDays, due, needs, fact, blocks, visibility, state }
  const same = Object.entries(next).every(
    ([field, value]) => JSON.stringify(task[field as keyof T]) === JSON.stringify(value),
  )
  return same ? task : { ...task, ...next }
}

/** The anchor a chosen day hangs on: the return for days after it, the departure otherwise. */
function anchorFor(
  due: Day,
  { departure, returnDate }: PlannedMobility,
): Pick<Task, 'anchor' | 'offsetDays'> | null {
  if (returnDate !== null && (departure === null || due >= returnDate))
    return { anchor: 'return', offsetDays: daysBetween(returnDate, due) }
  return departure === null ? null : { anchor: 'departure', offsetDays: daysBetween(departure, due) }
}

const isOwnMade = (key: string): boolean => /^own-\d+$/.test(key)

function nextOwnKey(tasks: readonly Task[]): string {
  const numbers = tasks.filter((task) => isOwnMade(task.key)).map((task) => Number(task.key.slice(4)))
  return `own-${Math.max(0, ...numbers) + 1}`
}
