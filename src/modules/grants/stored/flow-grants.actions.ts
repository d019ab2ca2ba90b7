import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { editManyGrants } from './edit-many.actions.ts'
import type { GrantInputsEdit } from './grant-inputs.rules.ts'
import { refuseForeignEvidence } from './grants.actions.ts'
import * as store from './grants.store.ts'

/** Says the same for all open mobilities of a flow, and answers the euros of those that are open. */
export async function editFlowGrants(context: Context, flowId: string, edit: GrantInputsEdit) {
  const { organisationId } = memberOf(context.actor)
  const flow = await findOwnFlow(context.db, organisationId, flowId)
  if (!flow) throw notFound()
  await refuseForeignEvidence(context, edit)
  const rows = await editManyGrants(context, await store.idsOfFlow(context.db, organisationId, flowId), edit)
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length
  const total = await store.totalOf(
    context.db,
    rows.filter(({ outcome }) => outcome !== 'over').map(({ mobilityId }) => mobilityId),
  )
  return { changed: count('changed'), same: count('same'), over: count('over'), total }
}
