import type { Day } from '#shared/dates.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { PeopleScope } from './people.store.ts'

/** Today for ages and dates of birth. */
export const today = (context: Context): Day => context.now.toISOString().slice(0, 10)

/** Whose files the member may ask for. */
export function peopleScope(context: Context): PeopleScope {
  const member = memberOf(context.actor)
  return {
    organisationId: member.organisationId,
    namedIn: member.namedMobilitiesOnly ? member.membershipId : null,
  }
}
