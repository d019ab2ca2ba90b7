import { organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { quietMinutes } from './pick-ups.rules.ts'
import { keepRides } from './pick-ups.store.ts'

/**
 * Remembers how these people are picked up and tells them soon what has become of it. Called before the change, in its transaction; what is
 * told is the difference between then and the moment of the mail.
 */
export async function pickUpsChange(context: Context, journeyIds: readonly string[]): Promise<void> {
  const tellAt = new Date(context.now.getTime() + quietMinutes * 60_000)
  const byOrganisation = organisationOf(context.actor) ?? null
  const fresh = await keepRides(context.db, journeyIds, { now: context.now, tellAt, byOrganisation })
  if (fresh) await context.enqueue('journeys.tell-pick-ups', {}, { startAfter: tellAt })
}
