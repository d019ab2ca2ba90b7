import { invalid, notFound, Problem, type FieldError } from '#shared/problems.ts'
import { organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import {
  checklistProblems,
  type Checklist,
  type ChecklistTask,
  type Duty,
  type TaskCondition,
} from './checklist.rules.ts'
import * as store from './checklists.store.ts'
import { defaultChecklists } from './default-checklists.rules.ts'

export interface ChecklistEdit {
  name: string
  activityTypes: string[]
  isDefault: boolean
  tasks: ChecklistTask[]
  follow: 'new-only' | 'open-mobilities'
  preview: boolean
}

/** The shipped checklists first, then the organisation's own. */
export async function listChecklists(context: Context) {
  const own = await store.ownChecklists(context.db, organisationOf(context.actor) ?? '')
  return [...defaultChecklists.map(shippedAnswer), ...own.map((row) => ownAnswer(row, row.open_mobilities))]
}

/** Makes an own copy of a shipped checklist. */
export async function copyChecklist(context: Context, basedOn: string, name: string) {
  const shipped = defaultChecklists.find((one) => one.key === basedOn)
  if (!shipped) throw notFound()
  const row = await store.insertChecklist(context.db, {
    organisation_id: organisationOf(context.actor) ?? '',
    based_on: basedOn,
    name,
    tasks: JSON.stringify(shipped.tasks),
  })
  await recordEvent(context, {
    type: 'checklist.copied',
    subject: { kind: 'checklist', id: row.id },
    data: { basedOn, name },
  })
  return ownAnswer(row, 0)
}

/**
 * Changes an own checklist. Mobilities keep the checklist they began with, so an edit is a successor: new mobilities go
 * by it, and on wish those under way follow. A preview does it all and is rolled back by `PreviewDone`.
 */
export async function editChecklist(context: Context, id: string, version: number, edit: ChecklistEdit) {
  const organisationId = organisationOf(context.actor) ?? ''
  const present = await store.lockChecklist(context.db, organisationId, id)
  if (!present) throw notFound()
  if (present.version !== version)
    throw new Problem('conflict', {
      changed: {
        version: present.version,
        fields: ['tasks'],
        by: null,
        at: present.updated_at.toISOString(),
      },
    })
  const warnings = judge(edit.tasks)
  const successor = await store.insertChecklist(context.db, {
    organisation_id: organisationId,
    based_on: present.based_on,
    name: edit.name,
    activity_types: edit.activityTypes,
    tasks: JSON.stringify(edit.tasks),
    is_default: edit.isDefault,
    version: version + 1,
  })
  await store.archiveChecklist(context.db, id, context.now)
  await store.moveFlows(context.db, id, successor.id)
  if (edit.isDefault)
    await store.releaseDefaults(context.db, organisationId, successor.id, edit.activityTypes)
  const before = present.tasks as unknown as ChecklistTask[]
  const moved =
    edit.follow === 'open-mobilities' ? await store.moveMobilities(context.db, id, successor.id) : []
  await recordEvent(context, {
    type: 'checklist-template.edited',
    subject: { kind: 'checklist', id: successor.id },
    data: { name: edit.name, follow: edit.follow, mobilities: moved.length },
  })
  await recordEvents(
    context,
    moved.map((mobilityId) => ({
      type: 'checklist.changed',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      data: { name: edit.name },
    })),
  )
  return {
    checklist: ownAnswer(successor, moved.length),
    changed: { mobilities: moved.length, ...difference(before, edit.tasks) },
    warnings,
  }
}

/** Takes an own checklist out of use; mobilities that go by it keep it. */
export async function archiveChecklist(context: Context, id: string): Promise<void> {
  const present = await store.lockChecklist(context.db, organisationOf(context.actor) ?? '', id)
  if (!present) throw notFound()
  await store.archiveChecklist(context.db, id, context.now)
  await recordEvent(context, {
    type: 'checklist-template.archived',
    subject: { kind: 'checklist', id },
    data: { name: present.name },
  })
}

function judge(tasks: readonly ChecklistTask[]) {
  const problems = checklistProblems(tasks)
  const errors: FieldError[] = problems
    .filter((problem) => problem.level === 'error')
    .map((problem) => ({
      field: `tasks.${tasks.findIndex((task) => task.key === problem.task)}`,
      code: `tasks:checklistProblem.${problem.code}`,
      message: `${problem.task}: ${problem.code}`,
      values: problem.values,
    }))
  if (errors.length > 0) throw invalid(errors)
  return problems.map(({ code, values, task }) => ({ code, values: { ...values, task } }))
}

/** How a checklist differs from the one before, in tasks added, removed and moved. */
export function difference(
  before: readonly ChecklistTask[],
  after: readonly ChecklistTask[],
): { added: number; removed: number; moved: number } {
  const old = new Map(before.map((task) => [task.key, task]))
  const keys = new Set(after.map((task) => task.key))
  const isMoved = (task: ChecklistTask): boolean => {
    const known = old.get(task.key)
    return known !== undefined && (known.offsetDays !== task.offsetDays || known.anchor !== task.anchor)
  }
  return {
    added: after.filter((task) => !old.has(task.key)).length,
    removed: before.filter((task) => !keys.has(task.key)).length,
    moved: after.filter(isMoved).length,
  }
}

function shippedAnswer(checklist: Checklist) {
  return {
    id: checklist.key,
    version: 0,
    shipped: true,
    basedOn: checklist.key,
    name: checklist.key,
    activityTypes: [],
    isDefault: false,
    tasks: checklist.tasks.map(taskAnswer),
    openMobilities: 0,
  }
}

function ownAnswer(row: store.ChecklistRow, openMobilities: number) {
  const tasks = row.tasks as unknown as ChecklistTask[]
  return {
    id: row.id,
    version: row.version,
    shipped: false,
    basedOn: row.based_on,
    name: row.name,
    activityTypes: row.activity_types,
    isDefault: row.is_default,
    tasks: tasks.map(taskAnswer),
    openMobilities,
  }
}

const taskAnswer = (task: ChecklistTask) => ({ ...task, needs: [...task.needs] })

/** A task as the editor sends it: absent parts are left out, words narrowed. */
export function checklistTaskFrom(sent: {
  key: string
  title?: string | undefined
  owner: ChecklistTask['owner']
  duty?: string | undefined
  anchor: 'departure' | 'return'
  offsetDays: number
  needs: string[]
  fact?: string | undefined
  blocks?: 'ready' | 'closed' | undefined
  when?: string | undefined
  visibility?: 'shared' | 'own' | undefined
}): ChecklistTask {
  return {
    key: sent.key,
    owner: sent.owner,
    anchor: sent.anchor,
    offsetDays: sent.offsetDays,
    needs: sent.needs,
    ...(sent.title === undefined ? {} : { title: sent.title }),
    ...(sent.duty === undefined ? {} : { duty: sent.duty as Duty }),
    ...(sent.fact === undefined ? {} : { fact: sent.fact }),
    ...(sent.blocks === undefined ? {} : { blocks: sent.blocks }),
    ...(sent.when === undefined ? {} : { when: sent.when as TaskCondition }),
    ...(sent.visibility === undefined ? {} : { visibility: sent.visibility }),
  }
}
