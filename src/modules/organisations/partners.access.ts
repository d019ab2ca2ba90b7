/** Whose record a partner is, as far as access looks at it. */
export interface PartnerStanding {
  claimed: boolean
  keptBy: string | null
}

/**
 * Why an organisation may not change a partner's own fields: once somebody of the partner has taken the record over, it is
 * theirs. Words in `organisations:whyNot.<code>`.
 */
export function whyNotEditPartner(
  organisationId: string,
  partner: PartnerStanding,
): 'partner-claimed' | 'partner-kept-by-other' | null {
  if (partner.claimed) return 'partner-claimed'
  return partner.keptBy === organisationId ? null : 'partner-kept-by-other'
}
