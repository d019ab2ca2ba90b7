import { notFound } from '#shared/problems.ts'
import type { Day } from '#shared/dates.ts'
import { memberOf, type MemberActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'

/** Whose mobilities are asked for: those of an organisation, or only those that name one membership. */
export interface MobilityScope {
  organisationId: string
  namedIn: string | null
}

export function scopeOf(context: Context): MobilityScope {
  const member = memberOf(context.actor)
  return {
    organisationId: member.organisationId,
    namedIn: member.namedMobilitiesOnly ? member.membershipId : null,
  }
}

/** Days are days everywhere: the day it is for a context. */
export const todayOf = (context: Context): Day => context.now.toISOString().slice(0, 10)

/** The member who asks; anybody else sees no mobilities here. */
export function memberIn(context: Context): MemberActor {
  if (context.actor.kind !== 'member') throw notFound()
  return context.actor
}
