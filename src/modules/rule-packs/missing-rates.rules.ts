import { packFigures, type PackFigure } from './pack-figures.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/**
 * Bounds, ceilings, deadlines and durations guard or remind; a grant can be computed without them. Real costs carry the share agreed
 * with the agency.
 */
const notPaid = /\.bounds\.|^(ceilings|deadlines|activityTypes|exceptionalCosts)\.|\.participantPercent$/

export interface MissingFigure extends PackFigure {
  /** Whether an amount depends on it. */
  paid: boolean
}

/** What a pack does not know, those on which amounts depend first; `figure.note` may say where to look. */
export function missingRates(pack: RulePack): MissingFigure[] {
  return packFigures(pack)
    .filter(({ figure }) => figure.state === 'not-known')
    .map((missing) => ({ ...missing, paid: !notPaid.test(missing.path) }))
    .sort((one, other) => Number(other.paid) - Number(one.paid))
}
