import { greenMeansOf, type GreenRules, type GreenShare } from './green-share.rules.ts'
import type { Means } from './travel-means.rules.ts'

export interface GreenAnswer extends GreenShare {
  /** Somebody has stated on honour that the way was green. */
  declared: boolean
}

/**
 * Whether a journey is green once a statement on honour is counted: kilometres that are known speak for themselves, the statement counts
 * where they do not say anything.
 */
export function greenWith(share: GreenShare, declared: boolean): GreenAnswer {
  return { ...share, green: share.green ?? (declared || null), declared }
}

/** Why a green journey cannot be stated, as a key under `journeys:whyNot`; null where it can be. Nobody states against the legs. */
export const whyNotDeclare = (share: GreenShare): 'legs-not-green' | null =>
  share.green === false ? 'legs-not-green' : null

/** Whether one of these means counts as green by the sender's rules. */
export const someGreen = (means: readonly Means[], rules: GreenRules): boolean =>
  means.some((one) => greenMeansOf(rules).includes(one))
