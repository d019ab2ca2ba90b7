import type { Day } from '#shared/dates.ts'
import type { JudgedFrom } from './judge-papers.rules.ts'
import { needsOf, noSettings } from './needs.rules.ts'
import { asPaper, judge, type HeldPaper, type Judgement } from './standing.rules.ts'

type OwnInsurance = HeldPaper & { kind: string; insurer: string | null; emergencyPhone: string | null }
type GroupInsurance = Omit<HeldPaper, 'step'> & { id: string; insurer: string; emergencyPhone: string }

/** Whom to call when ill; all of it stands in one paper. */
export interface Insurer {
  insurer: string
  /** Empty where the paper names none. */
  emergencyPhone: string
  /** The policy of the group; null for the person's own insurance. */
  policyId: string | null
  validFrom: Day | null
  validUntil: Day | null
}

/**
 * Whose number is called for somebody: the own insurance where it was handed in or checked and lasts for the stay, else the policy of the
 * group that does and covers most. A paper with a number to call goes before one without; what one says is never mixed with another.
 */
export function insurerOf(from: JudgedFrom<OwnInsurance, GroupInsurance>, today: Day | null): Insurer | null {
  const need = needsOf(from, from.settings ?? noSettings, from.visaRule).find(
    ({ kind }) => kind === 'insurance',
  )
  if (!need) return null
  const own = from.papers
    .filter((paper) => paper.kind === 'insurance' && (paper.insurer || paper.emergencyPhone))
    .filter((paper) => lasts(judge(need, [paper], today)))
    .map((paper) => insurerIn(paper, null))
  const group = from.policies
    .map((policy) => ({ policy, judged: judge(need, [asPaper(policy)], today) }))
    .filter(({ judged }) => lasts(judged))
    .toSorted((a, b) => a.judged.uncovered.length - b.judged.uncovered.length)
    .map(({ policy }) => insurerIn(policy, policy.id))
  const all = [...own, ...group]
  return all.find(({ emergencyPhone }) => emergencyPhone !== '') ?? all[0] ?? null
}

/** In force over the whole stay, even where it covers less than is asked. */
const lasts = ({ standing, uncovered }: Judgement): boolean =>
  standing === 'fine' || standing === 'to-check' || uncovered.length > 0

const insurerIn = (
  paper: Pick<OwnInsurance, 'insurer' | 'emergencyPhone' | 'validFrom' | 'validUntil'>,
  policyId: string | null,
): Insurer => ({
  insurer: paper.insurer ?? '',
  emergencyPhone: paper.emergencyPhone ?? '',
  policyId,
  validFrom: paper.validFrom,
  validUntil: paper.validUntil,
})
