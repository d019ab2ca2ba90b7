import { notAllowed } from '#shared/problems.ts'
import { memberOf, type MemberActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'

/** The member who asks for the register and its board. Whoever sees only named mobilities sees where those live, not who else lives where. */
export function keeperOf(context: Context): MemberActor {
  const member = memberOf(context.actor)
  if (member.namedMobilitiesOnly) throw notAllowed('stays:whyNot.named-only')
  return member
}
