import { isMinor } from '#modules/people/people.rules.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { Side } from './placement-steps.rules.ts'

interface Sides {
  sendingId: string
  hostingId: string | null
  companyId: string
  arrangedBy: string
}

/** On which sides an organisation stands. The host arranges, or whoever made the proposal. */
export function sidesOf(placement: Sides, organisationId: string): Side[] {
  return [
    ...(organisationId === placement.arrangedBy || organisationId === placement.hostingId
      ? (['arranger'] as const)
      : []),
    ...(organisationId === placement.sendingId ? (['sending'] as const) : []),
    ...(organisationId === placement.companyId ? (['company'] as const) : []),
  ]
}

/** The role that arranges, for whose turn it is. */
export const arrangingRole = (placement: Sides): PartyRole =>
  placement.arrangedBy === placement.sendingId && placement.hostingId !== placement.sendingId
    ? 'sending'
    : 'hosting'

/** Whether the guardian says yes in the participant's place: for a minor, where the sender asks for it. */
export const guardianDecides = (
  placement: { birthDate: string | null; departure: string | null; guardianApproves: boolean },
  today: string,
): boolean =>
  placement.guardianApproves && isMinor(placement.birthDate, placement.departure ?? today) === true
