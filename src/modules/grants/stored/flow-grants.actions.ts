import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { changesBetween, recordEvents } from '#modules/journal/journal.store.ts'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import type { GrantInputsEdit } from './grant-inputs.rules.ts'
import { merged, refuseForeignEvidence } from './grants.actions.ts'
import * as store from './grants.store.ts'

/** Says the same for all open mobilities of a flow: one event each, amounts in the same transaction. */
export async function editFlowGrants(context: Context, flowId: string, edit: GrantInputsEdit) {
  const { organisationId } = memberOf(context.actor)
  const flow = await findOwnFlow(context.db, organisationId, flowId)
  if (!flow) throw notFound()
  await refuseForeignEvidence(context, edit)
  const rows = await store.lockFlowInputs(context.db, organisationId, flowId)
  const open = rows.filter(({ status }) => isOpen(status as Status))
  const edited = open.flatMap((row) => {
    const inputs = merged(row.inputs, edit)
    const wanted = Object.fromEntries(
      Object.keys(edit).map((key) => [key, inputs[key as keyof typeof inputs] ?? null]),
    )
    const changes = changesBetween(row.inputs as Record<string, unknown>, wanted)
    return Object.keys(changes).length === 0 ? [] : [{ mobilityId: row.mobilityId, inputs, changes }]
  })
  if (edited.length > 0) {
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
  }
  const total = await store.totalOf(
    context.db,
    open.map(({ mobilityId }) => mobilityId),
  )
  return { changed: edited.length, same: open.length - edited.length, over: rows.length - open.length, total }
}
