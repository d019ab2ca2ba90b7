import { notAllowed, notFound } from '#shared/problems.ts'
import { labelOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { factsMadeBy } from './fact-makers.rules.ts'
import { deleteFacts, insertFacts, type FactKey } from './facts.store.ts'
import { rolesHeld } from './roles.store.ts'

/** Records facts, one event for each that is new. What follows (tasks, status) happens in the same transaction. */
export async function recordFacts(context: Context, facts: readonly FactKey[], note?: string): Promise<void> {
  const fresh = await insertFacts(context.db, facts, context.now, labelOf(context.actor))
  await recordEvents(
    context,
    fresh.map(({ mobilityId, name }) => ({
      type: 'fact.recorded',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      data: { fact: name, ...(note ? { reason: note } : {}) },
    })),
  )
}

/** Takes facts back where they were recorded. */
export async function withdrawFacts(
  context: Context,
  mobilityIds: readonly string[],
  names: readonly string[],
): Promise<void> {
  const gone = await deleteFacts(context.db, mobilityIds, names)
  await recordEvents(
    context,
    gone.map(({ mobilityId, name }) => ({
      type: 'fact.withdrawn',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      data: { fact: name },
    })),
  )
}

/** Says by hand that a fact is so. Throws when there is no such mobility for the actor, or the fact is not theirs to tell. */
export async function recordFactByHand(
  context: Context,
  mobilityId: string,
  name: string,
  note?: string,
): Promise<void> {
  await refuseForeignFact(context, mobilityId, name)
  await recordFacts(context, [{ mobilityId, name }], note)
}

/** Takes back a fact that was recorded by hand. */
export async function withdrawFactByHand(context: Context, mobilityId: string, name: string): Promise<void> {
  await refuseForeignFact(context, mobilityId, name)
  await withdrawFacts(context, [mobilityId], [name])
}

async function refuseForeignFact(context: Context, mobilityId: string, name: string): Promise<void> {
  const roles = await rolesHeld(context, mobilityId)
  if (roles.length === 0) throw notFound()
  if (!factsMadeBy(roles).includes(name)) throw notAllowed('mobilities:whyNot.not-your-fact')
}
