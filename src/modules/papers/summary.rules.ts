import { factOfCertificate, isCertificate, type PaperKind } from './kinds.rules.ts'
import type { Standing } from './standing.rules.ts'

export interface Stood {
  kind: PaperKind
  standing: Standing
}

/** How many papers of a mobility stand in each group that lists are filtered by. */
export interface PaperCounts {
  missing: number
  toCheck: number
  expiring: number
  unknown: number
}

const groups: Record<Standing, keyof PaperCounts | null> = {
  'not-needed': null,
  fine: null,
  'to-check': 'toCheck',
  begun: 'missing',
  unknown: 'unknown',
  incomplete: 'missing',
  'starts-late': 'expiring',
  'runs-out': 'expiring',
  expired: 'expiring',
  'sent-back': 'missing',
  missing: 'missing',
}

export const groupOf = (standing: Standing): keyof PaperCounts | null => groups[standing]
export const isRight = (standing: Standing): boolean => groups[standing] === null
/** Whether the participant has something to do about it. */
export const isAsked = (standing: Standing): boolean =>
  groups[standing] === 'missing' || groups[standing] === 'expiring'

export function countsOf(papers: readonly Stood[]): PaperCounts {
  const counts: PaperCounts = { missing: 0, toCheck: 0, expiring: 0, unknown: 0 }
  for (const { standing } of papers) {
    const group = groups[standing]
    if (group) counts[group] += 1
  }
  return counts
}

/** Facts that papers make true by themselves. */
export const insuranceFact = 'insurance.valid'
export const papersFact = 'papers.complete'

/**
 * The facts that hold: an insurance that covers the stay; identity document, health card and visa seen and valid; each demanded
 * certificate. Without dates nothing is valid for them.
 */
export function factsOf(papers: readonly Stood[], dated: boolean): string[] {
  if (!dated) return []
  const right = (kinds: (kind: PaperKind) => boolean): boolean =>
    papers.filter(({ kind }) => kinds(kind)).every(({ standing }) => isRight(standing))
  return [
    ...(right((kind) => kind === 'insurance') ? [insuranceFact] : []),
    ...(right((kind) => ['identity', 'ehic', 'visa'].includes(kind)) ? [papersFact] : []),
    ...papers.flatMap(({ kind, standing }) =>
      isCertificate(kind) && isRight(standing) ? [factOfCertificate(kind)] : [],
    ),
  ]
}
