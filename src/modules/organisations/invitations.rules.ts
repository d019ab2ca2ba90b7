/** Days for which an invitation can be accepted; long enough for a holiday, short enough for a lost mailbox. */
export const invitationDays = 21

export const invitationStates = ['open', 'expired', 'accepted', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

/** What an invitation leads to. */
export const invitationKinds = ['colleague', 'partner', 'participant', 'guardian'] as const
export type InvitationKind = (typeof invitationKinds)[number]

/** Where an invitation stands at a moment. */
export function invitationState(
  invitation: { accepted_at: Date | null; revoked_at: Date | null; expires_at: Date },
  now: Date,
): InvitationState {
  if (invitation.accepted_at) return 'accepted'
  if (invitation.revoked_at) return 'revoked'
  return invitation.expires_at <= now ? 'expired' : 'open'
}

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000)
