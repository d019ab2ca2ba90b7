/** The roles in which an organisation or a person can be a party to a mobility (product.md: party). */
export const partyRoles = [
  'sending',
  'hosting',
  'company',
  'participant',
  'guardian',
  'accompanying',
] as const
export type PartyRole = (typeof partyRoles)[number]
