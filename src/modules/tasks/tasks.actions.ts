import { addDays, daysBetween } from '#shared/dates.ts'
import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { labelOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents, type NewEvent } from '#modules/journal/journal.store.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { addOwnTask, whyNotAdd, type OwnTask } from './plan-tasks.rules.ts'
import { rolesIn, standingOf } from './standing.store.ts'
import { taskOf } from './sync-tasks.actions.ts'
import { plannedFrom } from './sync-tasks.rules.ts'
import { taskAnswers, type TaskAnswer } from './task-answers.ts'
import { insertTasks, loadMobilities, loadTasks, type NewTaskRow, type TaskRow } from './task-rows.store.ts'
import { whyNotReopen, whyNotTick, whyNotWaive } from './task.rules.ts'
import * as store from './tasks.store.ts'

export interface TaskOutcome {
  id: string
  outcome: 'done' | 'skipped' | 'refused'
  reason: string | null
}

/** The day it is for a context; deadlines are days, not moments. */
export const todayOf = (context: Context): string => context.now.toISOString().slice(0, 10)

/** All tasks of one mobility that the actor may see; a mobility it has no part in does not exist. */
export async function tasksOf(context: Context, mobilityId: string): Promise<TaskAnswer[]> {
  const standing = standingOf(context.actor)
  const roles = (await rolesIn(context.db, standing, [mobilityId])).get(mobilityId)
  if (!roles) throw notFound()
  return taskAnswers(await store.tasksOfMobility(context.db, mobilityId, standing), roles, todayOf(context))
}

/** Ticks tasks by hand, each judged for itself. */
export async function completeTasks(context: Context, ids: readonly string[]): Promise<TaskOutcome[]> {
  const rows = await store.lockTasks(context.db, ids)
  const roles = await rolesIn(
    context.db,
    standingOf(context.actor),
    rows.map((row) => row.mobility_id),
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const outcomes = ids.map((id): TaskOutcome => judge(id, known.get(id), roles))
  const done = outcomes.flatMap(({ id, outcome }) => (outcome === 'done' ? (known.get(id) ?? []) : []))
  await store.setTaskState(
    context.db,
    done.map((row) => row.id),
    { state: 'done', doneAt: context.now, doneBy: labelOf(context.actor), waivedReason: null },
  )
  await recordEvents(
    context,
    done.map((row) => taskEvent('task.done', row)),
  )
  return outcomes
}

/** Ticks one task or says why not. */
export async function completeTask(context: Context, id: string): Promise<void> {
  const [outcome] = await completeTasks(context, [id])
  if (!outcome || outcome.reason === 'not-found') throw notFound()
  if (outcome.outcome === 'refused') throw notPossible(`tasks:whyNot.${outcome.reason ?? 'not-yours'}`)
}

function judge(id: string, row: TaskRow | undefined, roles: ReadonlyMap<string, PartyRole[]>): TaskOutcome {
  const held = row ? roles.get(row.mobility_id) : undefined
  if (!row || !held) return { id, outcome: 'refused', reason: 'not-found' }
  const why = whyNotTick(taskOf(row), held)
  if (why === null) return { id, outcome: 'done', reason: null }
  return { id, outcome: why === 'done-already' ? 'skipped' : 'refused', reason: why }
}

/** Opens a ticked or waived task again; what waited for it waits again. */
export async function reopenTask(context: Context, id: string): Promise<void> {
  const { row, roles } = await reach(context, id)
  const why = whyNotReopen(taskOf(row), roles)
  if (why) throw notPossible(`tasks:whyNot.${why}`)
  await store.setTaskState(context.db, [id], {
    state: 'open',
    doneAt: null,
    doneBy: null,
    waivedReason: null,
  })
  await recordEvents(context, [taskEvent('task.reopened', row)])
}

/** Says that a task is not needed in this mobility, and why. */
export async function waiveTask(context: Context, id: string, reason: string): Promise<void> {
  const { row, roles } = await reach(context, id)
  const why = whyNotWaive(taskOf(row), roles, reason)
  if (why) throw notPossible(`tasks:whyNot.${why}`)
  await store.setTaskState(context.db, [id], {
    state: 'waived',
    doneAt: null,
    doneBy: null,
    waivedReason: reason,
  })
  await recordEvents(context, [taskEvent('task.waived', row, { reason })])
}

/** Adds a task of its own to a mobility; it moves with the dates like all others. */
export async function addTask(context: Context, mobilityId: string, own: OwnTask): Promise<TaskAnswer> {
  const roles = (await rolesIn(context.db, standingOf(context.actor), [mobilityId])).get(mobilityId)
  if (!roles) throw notFound()
  const key = (await addTasks(context, [mobilityId], own)).get(mobilityId)
  if (typeof key !== 'string')
    throw invalidField('due', key?.why ?? 'no-dates', 'The task cannot hang on this day.')
  const added = (await tasksOf(context, mobilityId)).find((task) => task.key === key)
  if (!added) throw notFound()
  return added
}

/** Adds the same own task to many mobilities; answers the new key or why not for each. */
export async function addTasks(
  context: Context,
  mobilityIds: readonly string[],
  own: OwnTask,
): Promise<Map<string, string | { why: string }>> {
  const today = todayOf(context)
  const mobilities = await loadMobilities(context.db, mobilityIds)
  const rows = Map.groupBy(await loadTasks(context.db, mobilityIds), (row) => row.mobility_id)
  const answers = new Map<string, string | { why: string }>()
  const inserted: NewTaskRow[] = []
  for (const mobility of mobilities) {
    const existing = (rows.get(mobility.id) ?? []).map(taskOf)
    const planned = plannedFrom(mobility, today)
    const why = whyNotAdd(existing, own, planned)
    if (why) {
      answers.set(mobility.id, { why })
      continue
    }
    const task = addOwnTask(existing, own, planned, today).at(-1)
    if (!task) continue
    answers.set(mobility.id, task.key)
    inserted.push(rowOfOwn(mobility.id, task))
  }
  await insertTasks(context.db, inserted)
  await recordEvents(
    context,
    inserted.map((row) => ({
      type: 'task.added',
      subject: { kind: 'mobility', id: row.mobility_id },
      mobilityId: row.mobility_id,
      data: { key: row.key, title: row.title, owner: row.owner, due: row.due },
    })),
  )
  return answers
}

function rowOfOwn(mobilityId: string, task: ReturnType<typeof addOwnTask>[number]): NewTaskRow {
  return {
    mobility_id: mobilityId,
    key: task.key,
    title: task.title,
    owner: task.owner,
    duty: task.duty,
    anchor: task.anchor,
    offset_days: task.offsetDays,
    due: task.due,
    needs: [...task.needs],
    blocked: false,
    fact: null,
    blocks: null,
    visibility: task.visibility,
    state: 'open',
    organisation_id: null,
    person_id: null,
    done_at: null,
    done_by: null,
    waived_reason: null,
    unblocked_on: task.unblockedOn,
  }
}

/** Gives one task another due day; kept as a distance, so that it still moves with the mobility. */
export async function moveTask(context: Context, id: string, due: string): Promise<void> {
  const { row } = await reach(context, id)
  if (row.due === null) throw notPossible('tasks:whyNot.no-dates')
  const offset = row.offset_days + daysBetween(row.due, due)
  await store.setOffset(context.db, id, offset, addDays(row.due, offset - row.offset_days))
  await recordEvents(context, [{ ...taskEvent('task.moved', row), changes: { due: [row.due, due] } }])
}

async function reach(context: Context, id: string): Promise<{ row: TaskRow; roles: PartyRole[] }> {
  const [row] = await store.lockTasks(context.db, [id])
  const roles =
    row && (await rolesIn(context.db, standingOf(context.actor), [row.mobility_id])).get(row.mobility_id)
  if (!row || !roles) throw notFound()
  return { row, roles }
}

function taskEvent(type: string, row: TaskRow, data: Record<string, unknown> = {}): NewEvent {
  return {
    type,
    subject: { kind: 'task', id: row.id },
    mobilityId: row.mobility_id,
    data: { key: row.key, title: row.title, owner: row.owner, ...data },
  }
}
