/** How a register can be sorted; a minus turns it round. */
export const registerSorts = [
  'name',
  'town',
  'rating',
  '-rating',
  'lastVisit',
  '-lastVisit',
  'free',
  '-free',
] as const
export type RegisterSort = (typeof registerSorts)[number]
