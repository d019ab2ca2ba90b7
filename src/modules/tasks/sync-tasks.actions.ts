import type { Context } from '#server/context.ts'
import type { Day } from '#shared/dates.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { ChecklistTask, Duty } from './checklist.rules.ts'
import { checklistsFor } from './checklists.store.ts'
import { encodeLine } from './line-code.rules.ts'
import { progressOf } from './progress.rules.ts'
import { syncTasks, type SyncedTask } from './sync-tasks.rules.ts'
import * as store from './task-rows.store.ts'
import { whoseTurn } from './turn.rules.ts'

/**
 * Brings the tasks of these mobilities, their line and whose turn it is in agreement with checklist, facts, dates,
 * parties and status. Doing it twice changes nothing the second time.
 */
export async function refreshTasks(context: Context, mobilityIds: readonly string[]): Promise<void> {
  const size = 1000
  const ids = [...new Set(mobilityIds)]
  for (let start = 0; start < ids.length; start += size)
    await refreshChunk(context, ids.slice(start, start + size))
}

async function refreshChunk({ db, now, actor }: Context, ids: readonly string[]): Promise<void> {
  const today = now.toISOString().slice(0, 10)
  const mobilities = await store.loadMobilities(db, ids)
  const rows = Map.groupBy(await store.loadTasks(db, ids), (row) => row.mobility_id)
  const checklists = await checklistsFor(db, mobilities)
  const inserted: store.NewTaskRow[] = []
  const updated: store.TaskUpdate[] = []
  const deleted: string[] = []
  const lines: store.LineUpdate[] = []
  const by = 'name' in actor ? actor.name : null
  for (const mobility of mobilities) {
    const before = (rows.get(mobility.id) ?? []).map(taskOf)
    const after = syncTasks(
      before,
      withAsked(checklists.tasksOf(mobility.id), mobility.asked),
      mobility,
      today,
    )
    const known = new Map(before.map((task) => [task.key, task]))
    for (const task of after.tasks) {
      const old = known.get(task.key)
      if (old === undefined) inserted.push(newRow(mobility.id, task, now, by))
      else if (old !== task) updated.push(changedRow(old, task, now, by))
    }
    deleted.push(...after.dropped.flatMap((key) => known.get(key)?.id ?? []))
    lines.push(lineOf(mobility, after.tasks, today))
  }
  await store.insertTasks(db, inserted)
  await store.updateTasks(db, updated)
  await store.deleteTasks(db, deleted)
  await checklists.remember(db)
  await store.updateLines(db, lines)
}

/** The checklist with what other modules ask for; a checklist that has the same task keeps its own. */
function withAsked(
  checklist: readonly ChecklistTask[],
  asked: store.MobilityForTasks['asked'],
): readonly ChecklistTask[] {
  if (asked.length === 0) return checklist
  const own = new Set(checklist.map(({ key }) => key))
  const more = asked.filter(({ key }) => !own.has(key))
  return [
    ...checklist,
    ...more.map(({ fact, blocks, ...task }) => ({
      ...task,
      ...(fact === null ? {} : { fact }),
      ...(blocks === null ? {} : { blocks }),
    })),
  ]
}

function lineOf(
  mobility: store.MobilityForTasks,
  tasks: readonly SyncedTask[],
  today: Day,
): store.LineUpdate {
  const turn = whoseTurn(tasks, today)
  const { done, total } = progressOf(tasks)
  return {
    mobilityId: mobility.id,
    line: tasks.length === 0 ? '' : encodeLine(tasks),
    turn: turn?.owner ?? null,
    turnSince: turn?.since ?? null,
    nextDue: turn?.due ?? null,
    done,
    total,
  }
}

/** A table row as the rules see it. */
export function taskOf(row: store.TaskRow): SyncedTask & { id: string } {
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    owner: row.owner as PartyRole,
    duty: row.duty as Duty | null,
    anchor: row.anchor as ChecklistTask['anchor'],
    offsetDays: row.offset_days,
    due: row.due,
    needs: row.needs,
    blocked: row.blocked,
    fact: row.fact,
    blocks: row.blocks as 'ready' | 'closed' | null,
    visibility: row.visibility as 'shared' | 'own',
    state: row.state as SyncedTask['state'],
    unblockedOn: row.unblocked_on,
    waivedReason: row.waived_reason,
    organisationId: row.organisation_id,
    personId: row.person_id,
    moved: row.moved,
  }
}

function newRow(mobilityId: string, task: SyncedTask, now: Date, by: string | null): store.NewTaskRow {
  const done = task.state === 'done'
  return {
    mobility_id: mobilityId,
    key: task.key,
    ...columnsOf(task),
    done_at: done ? now : null,
    done_by: done ? by : null,
  }
}

function changedRow(
  old: SyncedTask & { id: string },
  task: SyncedTask,
  now: Date,
  by: string | null,
): store.TaskUpdate {
  const newlyDone = task.state === 'done' && old.state !== 'done'
  return {
    id: old.id,
    ...columnsOf(task),
    done_at: newlyDone ? now : null,
    done_by: newlyDone ? by : null,
  }
}

const columnsOf = (task: SyncedTask) => ({
  title: task.title,
  owner: task.owner,
  duty: task.duty,
  anchor: task.anchor,
  offset_days: task.offsetDays,
  due: task.due,
  needs: [...task.needs],
  blocked: task.blocked,
  fact: task.fact,
  blocks: task.blocks,
  visibility: task.visibility,
  state: task.state,
  organisation_id: task.organisationId,
  person_id: task.personId,
  waived_reason: task.waivedReason,
  unblocked_on: task.unblockedOn,
})
