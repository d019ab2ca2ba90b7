import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { changesBetween, recordEvents } from '#modules/journal/journal.store.ts'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import type { GrantInputs, GrantInputsEdit } from './grant-inputs.rules.ts'
import { merged } from './grants.actions.ts'
import * as store from './grants.store.ts'

/** What came of an edit for one mobility; `version` is the new one, `before` what the answers were (null: none). */
export type GrantEdited =
  | { mobilityId: string; outcome: 'same' | 'over' }
  | { mobilityId: string; outcome: 'changed'; version: number; before: GrantInputsEdit }

/** Says the same for many mobilities of the organisation: one event each, amounts in the same transaction. */
export async function editManyGrants(
  context: Context,
  mobilityIds: readonly string[],
  edit: GrantInputsEdit,
): Promise<GrantEdited[]> {
  const rows = await store.lockInputs(context.db, memberOf(context.actor).organisationId, mobilityIds)
  return save(
    context,
    rows.map((row) => ({ row, edit })),
  )
}

/** Says what mobilities that were just made are computed from, also those that lie in the past; each its own. */
export async function answerNewGrants(
  context: Context,
  answers: readonly { mobilityId: string; edit: GrantInputsEdit }[],
): Promise<void> {
  if (answers.length === 0) return
  const byId = new Map(answers.map((one) => [one.mobilityId, one.edit]))
  const rows = await store.lockInputs(context.db, memberOf(context.actor).organisationId, [...byId.keys()])
  await save(
    context,
    rows.map((row) => ({ row, edit: byId.get(row.mobilityId) ?? {} })),
    () => true,
  )
}

/** Gives back answers where nobody has changed the grant since; answers the ids of those that got them back. */
export async function restoreGrants(
  context: Context,
  befores: readonly { mobilityId: string; version: number; before: GrantInputsEdit }[],
): Promise<Set<string>> {
  const byId = new Map(befores.map((one) => [one.mobilityId, one]))
  const rows = await store.lockInputs(context.db, memberOf(context.actor).organisationId, [...byId.keys()])
  const still = rows.flatMap((row) => {
    const one = byId.get(row.mobilityId)
    return one && one.version === row.version ? [{ row, edit: one.before }] : []
  })
  const saved = await save(context, still)
  return new Set(saved.filter(({ outcome }) => outcome === 'changed').map(({ mobilityId }) => mobilityId))
}

async function save(
  context: Context,
  edits: readonly { row: store.LockedInputs; edit: GrantInputsEdit }[],
  mayChange: (status: Status) => boolean = isOpen,
): Promise<GrantEdited[]> {
  const edited = edits
    .filter(({ row }) => mayChange(row.status as Status))
    .flatMap(({ row, edit }) => {
      const inputs = merged(row.inputs, edit)
      const [before, after] = [answersTo(edit, row.inputs), answersTo(edit, inputs)]
      const changes = changesBetween(before as Record<string, unknown>, after as Record<string, unknown>)
      return Object.keys(changes).length === 0
        ? []
        : [{ mobilityId: row.mobilityId, inputs, before, changes }]
    })
  if (edited.length === 0) return edits.map(({ row }) => unchanged(row))
  const { organisationId } = memberOf(context.actor)
  const versions = await store.saveManyInputs(context.db, organisationId, edited, context.now)
  await recordEvents(
    context,
    edited.map(({ mobilityId, changes }) => ({
      type: 'grant.changed',
      subject: { kind: 'grant', id: mobilityId },
      mobilityId,
      changes,
      data: { version: versions.get(mobilityId), bulk: true },
      audience: 'organisation' as const,
    })),
  )
  const byId = new Map(edited.map((one) => [one.mobilityId, one]))
  return edits.map(({ row }) => {
    const one = byId.get(row.mobilityId)
    if (!one) return unchanged(row)
    const version = versions.get(row.mobilityId) ?? 0
    return { mobilityId: row.mobilityId, outcome: 'changed', version, before: one.before }
  })
}

const unchanged = (row: store.LockedInputs): GrantEdited => ({
  mobilityId: row.mobilityId,
  outcome: isOpen(row.status as Status) ? 'same' : 'over',
})

/** The answers to what an edit asks, null where there is none. */
const answersTo = (edit: GrantInputsEdit, inputs: GrantInputs): GrantInputsEdit =>
  Object.fromEntries(Object.keys(edit).map((key) => [key, inputs[key as keyof GrantInputs] ?? null]))
