import { greenByProgramme, greenFromUsually, type Means } from './travel-means.rules.ts'

export interface TravelledLeg {
  means: Means
  /** Great circle between the two towns; null where one of them is not clear. */
  km: number | null
}

/** What an organisation counts as green; null where it has not said anything of its own. */
export interface GreenRules {
  means: readonly Means[] | null
  /** Percent of the kilometres. */
  from: number | null
}

export interface GreenShare {
  km: number
  greenKm: number
  /** 0 to 1; null while a leg's kilometres are not known, or nothing is. */
  share: number | null
  green: boolean | null
  /** The share that is asked for, 0 to 1. */
  from: number
  /** Legs without kilometres. */
  unknown: number
  byMeans: { means: Means; km: number; green: boolean }[]
}

export const greenMeansOf = (rules: GreenRules): readonly Means[] => rules.means ?? greenByProgramme

/**
 * How much of the way there and back is green, by the kilometres of each leg. The programme asks for "the main part of the travel"; from
 * which share on is the organisation's rule.
 */
export function greenShare(legs: readonly TravelledLeg[], rules: GreenRules): GreenShare {
  const greens = greenMeansOf(rules)
  const from = (rules.from ?? greenFromUsually) / 100
  const byMeans = [...Map.groupBy(legs, (leg) => leg.means)].map(([means, some]) => ({
    means,
    km: some.reduce((sum, leg) => sum + (leg.km ?? 0), 0),
    green: greens.includes(means),
  }))
  const km = byMeans.reduce((sum, one) => sum + one.km, 0)
  const greenKm = byMeans.reduce((sum, one) => sum + (one.green ? one.km : 0), 0)
  const unknown = legs.filter((leg) => leg.km === null).length
  const share = legs.length === 0 || unknown > 0 || km === 0 ? null : greenKm / km
  return { km, greenKm, share, green: share === null ? null : share >= from, from, unknown, byMeans }
}
