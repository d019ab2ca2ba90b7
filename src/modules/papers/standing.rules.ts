import { daysBetween, type Day } from '#shared/dates.ts'
import { isCertificate, type PaperKind } from './kinds.rules.ts'
import type { Need } from './needs.rules.ts'

/** Where a paper is on its way. */
export const paperSteps = ['begun', 'handed-in', 'checked', 'sent-back', 'not-needed'] as const
export type PaperStep = (typeof paperSteps)[number]

/** How a need stands; words in `papers:standing.<standing>`. Best first. */
export const standings = [
  'not-needed',
  'fine',
  'to-check',
  'begun',
  'unknown',
  'incomplete',
  'starts-late',
  'runs-out',
  'expired',
  'sent-back',
  'missing',
] as const
export type Standing = (typeof standings)[number]

/** What of a paper decides how it stands. */
export interface HeldPaper {
  step: PaperStep
  validFrom: Day | null
  validUntil: Day | null
  covers: readonly string[]
}

export interface Judgement {
  standing: Standing
  /** Days by which it ends before the last day it is needed for; null unless it runs out. */
  shortBy: number | null
  /** What the insurance does not cover. */
  uncovered: readonly string[]
}

/** An insurance of the group counts as looked at: staff entered it. */
export const asPaper = (policy: {
  validFrom: Day | null
  validUntil: Day | null
  covers: readonly string[]
}): HeldPaper => ({ step: 'checked', ...policy })

/**
 * How a need stands with the papers there are for it (own ones, policies of the group): the best of them counts. `today` null: as it
 * stands whatever day it is.
 */
export function judge(need: Need, papers: readonly HeldPaper[], today: Day | null): Judgement {
  if (need.needed === 'no') return plain('not-needed')
  const judged = papers.map((paper) => judgeOne(need, paper, today))
  const best = judged.toSorted((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing))[0]
  return best ?? plain(need.needed === 'unknown' ? 'unknown' : 'missing')
}

function judgeOne(need: Need, paper: HeldPaper, today: Day | null): Judgement {
  if (paper.step !== 'handed-in' && paper.step !== 'checked') return plain(paper.step)
  const { validFrom, validUntil } = paper
  if (validUntil === null && needsEnd(need.kind)) return plain('incomplete')
  const shortBy =
    validUntil && need.until && validUntil < need.until ? daysBetween(validUntil, need.until) : null
  if (validUntil !== null && today !== null && validUntil < today) return { ...plain('expired'), shortBy }
  if (shortBy !== null) return { ...plain('runs-out'), shortBy }
  if (validFrom !== null && need.from !== null && validFrom > need.from && !isCertificate(need.kind))
    return plain('starts-late')
  const uncovered = need.covers.filter((cover) => !paper.covers.includes(cover))
  if (uncovered.length > 0) return { ...plain('incomplete'), uncovered }
  return plain(paper.step === 'checked' ? 'fine' : 'to-check')
}

/** A certificate often has no end; the others are worth nothing without one. */
const needsEnd = (kind: PaperKind): boolean => !isCertificate(kind)

const plain = (standing: Standing): Judgement => ({ standing, shortBy: null, uncovered: [] })
