/** As what a partner works with an organisation (product.md §2: partnership). */
export const partnershipKinds = ['host', 'sender', 'company', 'school'] as const
export type PartnershipKind = (typeof partnershipKinds)[number]

/** The kind of organisation that a partner is written down as. */
export function organisationKindOf(kind: PartnershipKind): 'hosting' | 'sending' | 'company' {
  if (kind === 'host') return 'hosting'
  return kind === 'company' ? 'company' : 'sending'
}

/** As what an organisation appears to those who are its partners. */
export function partnershipKindOf(organisationKind: string): PartnershipKind {
  if (organisationKind === 'hosting') return 'host'
  return organisationKind === 'company' ? 'company' : 'sender'
}
