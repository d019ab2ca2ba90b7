import type { Day } from '#shared/dates.ts'
import type { PaperKind } from './kinds.rules.ts'
import {
  needsOf,
  noSettings,
  type Need,
  type PaperSettings,
  type Stay,
  type VisaRule,
} from './needs.rules.ts'
import { asPaper, judge, type HeldPaper, type Judgement } from './standing.rules.ts'

/** What the papers of one mobility are judged from. */
export interface JudgedFrom<
  P extends HeldPaper & { kind: string },
  G extends Omit<HeldPaper, 'step'>,
> extends Stay {
  papers: readonly P[]
  policies: readonly G[]
  visaRule: VisaRule | null
  settings: PaperSettings | null
}

export interface JudgedNeed<P, G> extends Judgement {
  kind: PaperKind
  need: Need
  /** The person's own. */
  paper: P | null
  /** The policy of the group that covers the stay best, where no own insurance does. */
  policy: G | null
}

/** Every need of a mobility with what there is for it; `today` null: as it stands whatever day it is. */
export function judgePapers<P extends HeldPaper & { kind: string }, G extends Omit<HeldPaper, 'step'>>(
  from: JudgedFrom<P, G>,
  today: Day | null,
): JudgedNeed<P, G>[] {
  return needsOf(from, from.settings ?? noSettings, from.visaRule).map((need) => {
    const paper = from.papers.find(({ kind }) => kind === need.kind) ?? null
    const group = need.kind === 'insurance' ? from.policies : []
    const judgement = judge(need, [...(paper ? [paper] : []), ...group.map(asPaper)], today)
    const policy =
      group.find((one) => judge(need, [asPaper(one)], today).standing === judgement.standing) ?? null
    return { kind: need.kind, need, paper, policy: policy ?? group[0] ?? null, ...judgement }
  })
}
