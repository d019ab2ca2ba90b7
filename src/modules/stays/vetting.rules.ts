import { addDays, type Day } from '#shared/dates.ts'

export const housingKinds = ['flat', 'residence', 'family', 'hotel'] as const
export type HousingKind = (typeof housingKinds)[number]

/** How a housing stands with its vetting; words in `stays:vetting.<standing>`. */
export const vettingStandings = ['not-needed', 'missing', 'expired', 'soon', 'holds'] as const
export type VettingStanding = (typeof vettingStandings)[number]

/** So many days before it ends, one is told to renew it: about the time a criminal record certificate takes. */
export const soonDays = 60

/** Only the people of a family are vetted; a house without any has nobody to vet. A date that is known is watched all the same. */
export function vettingOf(kind: HousingKind, vettedUntil: Day | null, today: Day): VettingStanding {
  if (vettedUntil === null) return kind === 'family' ? 'missing' : 'not-needed'
  if (vettedUntil < today) return 'expired'
  return vettedUntil < addDays(today, soonDays) ? 'soon' : 'holds'
}
