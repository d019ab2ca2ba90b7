import type { Context } from '#server/context.ts'
import { restoreGrants } from '#modules/grants/stored/edit-many.actions.ts'
import type { GrantInputsEdit } from '#modules/grants/stored/grant-inputs.rules.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { restoreProfiles } from '#modules/matching/edit-profiles.actions.ts'
import { lockMobilities } from '#modules/mobilities/edit.store.ts'
import { changeFields, type Change } from './change-fields.ts'
import type { BulkFields } from './bulk-fields.store.ts'
import { done, refused, type Outcome } from './outcome.ts'

/** What can be taken back: fields that were set and tasks that were added. A mail cannot be called back, a status has its own way back. */
export const undoable: readonly string[] = [
  'assign-flow',
  'set-dates',
  'set-host',
  'set-grant',
  'set-profile',
  'add-task',
]

interface Before {
  mobilityId: string
  before: Record<string, unknown>
}

/** Gives rows back what they held, where nobody has changed them since. */
export async function undoRows(context: Context, kind: string, rows: readonly Before[]): Promise<Outcome[]> {
  if (kind === 'set-grant') return giveBackGrants(context, rows)
  if (kind === 'set-profile') return giveBackProfiles(context, rows)
  return kind === 'add-task' ? removeTasks(context, rows) : restoreFields(context, rows)
}

async function restoreFields(context: Context, befores: readonly Before[]): Promise<Outcome[]> {
  const rows = new Map(
    (
      await lockMobilities(
        context.db,
        befores.map(({ mobilityId }) => mobilityId),
      )
    ).map((row) => [row.id, row]),
  )
  const outcomes: Outcome[] = []
  const changes: Change[] = []
  for (const { mobilityId, before } of befores) {
    const row = rows.get(mobilityId)
    if (!row) continue
    const fields = before['fields'] as BulkFields
    const still = Object.keys(fields).length > 0 && row.version === before['version']
    if (still) changes.push({ row, fields })
    else outcomes.push(refused(mobilityId, 'changed-since'))
  }
  return [...outcomes, ...(await changeFields(context, changes, (_field, value) => value))]
}

async function giveBackGrants(context: Context, befores: readonly Before[]): Promise<Outcome[]> {
  const given = await restoreGrants(
    context,
    befores.map(({ mobilityId, before }) => ({
      mobilityId,
      version: Number(before['version']),
      before: before['inputs'] as GrantInputsEdit,
    })),
  )
  return befores.map(({ mobilityId }) =>
    given.has(mobilityId) ? done(mobilityId) : refused(mobilityId, 'changed-since'),
  )
}

async function giveBackProfiles(context: Context, befores: readonly Before[]): Promise<Outcome[]> {
  const given = await restoreProfiles(
    context,
    befores.map(({ mobilityId, before }) => ({
      mobilityId,
      version: Number(before['version']),
      before: before['profile'] as Parameters<typeof restoreProfiles>[1][number]['before'],
    })),
  )
  return befores.map(({ mobilityId }) =>
    given.has(mobilityId) ? done(mobilityId) : refused(mobilityId, 'changed-since'),
  )
}

async function removeTasks(context: Context, befores: readonly Before[]): Promise<Outcome[]> {
  const gone = new Set<string>()
  for (const [key, group] of Map.groupBy(befores, ({ before }) => String(before['task']))) {
    const rows = await context.db
      .deleteFrom('task')
      .where(
        'mobility_id',
        'in',
        group.map(({ mobilityId }) => mobilityId),
      )
      .where('key', '=', key)
      .where('state', '=', 'open')
      .returning('mobility_id')
      .execute()
    for (const row of rows) gone.add(row.mobility_id)
  }
  await recordEvents(
    context,
    [...gone].map((mobilityId) => ({
      type: 'task.removed',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      data: {},
    })),
  )
  return befores.map(({ mobilityId }) =>
    gone.has(mobilityId) ? done(mobilityId) : refused(mobilityId, 'changed-since'),
  )
}
