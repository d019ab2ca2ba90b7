import type { z } from 'zod'
import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import type { contributionsContract } from './contributions.contract.ts'
import * as store from './contributions.store.ts'

type Contract = typeof contributionsContract
type Shown = z.input<Contract['read']['answer']>

export async function readContributions(context: Context, flowId: string): Promise<Shown> {
  await ownFlow(context, flowId)
  return {
    people: await store.peopleOf(context.db, flowId),
    asked: await store.askedOf(context.db, flowId),
  }
}

/**
 * Asks everybody of a flow who has accepted and was not asked for the same before, so that those who came later can be asked too; whoever is
 * exempt gets a record that says why.
 */
export async function askContributions(
  context: Context,
  flowId: string,
  input: z.output<Contract['ask']['body']>,
): Promise<Shown> {
  await ownFlow(context, flowId)
  const all = (await store.peopleOf(context.db, flowId)).map(({ mobilityId }) => mobilityId)
  if (all.length === 0) throw notPossible('payments:whyNot.nobody-accepted')
  const known = new Set(all)
  if (input.exempt.some((id) => !known.has(id)))
    throw invalidField('exempt', 'payments:field.not-in-flow', 'Somebody here does not belong to the flow.')
  if (input.exempt.length > 0 && !input.reason)
    throw invalidField('reason', 'payments:field.why-exempt', 'Say why they are exempt.')
  const { kind, amount, purpose, due, exempt, reason } = input
  const before = await store.askedBefore(context.db, all, input)
  const ids = all.filter((id) => !before.has(id))
  if (ids.length === 0) throw notPossible('payments:whyNot.everybody-asked')
  await store.insertAsked(context.db, {
    organisationId: memberOf(context.actor).organisationId,
    mobilityIds: ids,
    exempt,
    kind,
    amount,
    purpose,
    due: due ?? null,
    reason: reason ?? null,
    by: labelOf(context.actor),
  })
  const out = new Set(exempt)
  await recordEvents(
    context,
    ids.map((mobilityId) => ({
      type: out.has(mobilityId) ? 'payment.exempted' : 'payment.asked',
      subject: { kind: 'payment', id: mobilityId },
      mobilityId,
      data: { kind, amount },
      audience: 'organisation' as const,
    })),
  )
  return readContributions(context, flowId)
}

async function ownFlow(context: Context, flowId: string): Promise<void> {
  if (!(await findOwnFlow(context.db, memberOf(context.actor).organisationId, flowId))) throw notFound()
}
