import { organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { quietMinutes } from './pick-ups.rules.ts'
import { keepLostRides, keepRides } from './pick-ups.store.ts'

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

/**
 * Remembers the rides of ways that end, or whose people do not travel any more, and tells soon that nobody has to wait for them. Called
 * before the ways or their seats go, in the transaction of the change.
 */
export async function pickUpsEnd(context: Context, journeyIds: readonly string[]): Promise<void> {
  const tellAt = new Date(context.now.getTime() + quietMinutes * 60_000)
  const byOrganisation = organisationOf(context.actor) ?? null
  const some = await keepLostRides(context.db, journeyIds, { tellAt, byOrganisation })
  if (some) await context.enqueue('journeys.tell-pick-ups', {}, { startAfter: tellAt })
}
