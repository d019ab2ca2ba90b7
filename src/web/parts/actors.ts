import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'

export type Actor = 'sending' | 'hosting' | 'company' | 'participant'

/** Whose colour and shape a role wears: all who travel, and those who answer for them, share one (look.md, "The line"). */
export function actorOf(role: PartyRole): Actor {
  return role === 'guardian' || role === 'accompanying' ? 'participant' : role
}
