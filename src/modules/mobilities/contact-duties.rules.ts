import type { PartyRole } from './party-roles.rules.ts'

const duties: Partial<Record<PartyRole, readonly string[]>> = {
  sending: ['mentor', 'emergency'],
  hosting: ['mentor', 'arrival', 'emergency'],
  company: ['tutor'],
}

/** The duties for which a party names somebody in a mobility; words in `tasks:dutyName`. Persons are their own contact. */
export const contactDuties = (role: PartyRole): readonly string[] => duties[role] ?? []
