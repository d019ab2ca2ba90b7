import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { judgePapers, type JudgedNeed } from './judge-papers.rules.ts'
import {
  endingsOf,
  policyNumbersOf,
  type CoveringPolicy,
  type PaperRow,
  type PapersOfMobility,
} from './load-papers.store.ts'
import type { shownPaper } from './papers.shapes.contract.ts'

export type ShownPaper = z.input<typeof shownPaper>
type Judged = JudgedNeed<PaperRow, CoveringPolicy>

/** Everything of the papers of these mobilities, for their sender and the people themselves; of numbers the ends. */
export async function showPapers(
  db: Db,
  mobilities: readonly PapersOfMobility[],
  today: Day,
): Promise<Map<string, ShownPaper[]>> {
  const judged = mobilities.map((one) => ({ id: one.mobilityId, needs: judgePapers(one, today) }))
  const needs = judged.flatMap((one) => one.needs)
  const endings = await endingsOf(
    db,
    needs.flatMap(({ paper }) => (paper ? [paper.id] : [])),
  )
  const numbers = await policyNumbersOf(db, [
    ...new Set(needs.flatMap(({ policy }) => (policy ? [policy.id] : []))),
  ])
  return new Map(judged.map((one) => [one.id, one.needs.map((need) => showOne(need, endings, numbers))]))
}

function showOne(
  judged: Judged,
  endings: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<string, string>,
): ShownPaper {
  const { need, paper, policy, standing, shortBy, uncovered } = judged
  return {
    ...need,
    covers: [...need.covers],
    standing,
    shortBy,
    uncovered: [...uncovered],
    paper: paper && showHeld(paper, endings.get(paper.id) ?? null),
    policy: policy && { ...policy, number: numbers.get(policy.id) ?? null },
  }
}

function showHeld(
  { id: _, kind: _kind, ...paper }: PaperRow,
  numberEnding: string | null,
): NonNullable<ShownPaper['paper']> {
  return { ...paper, numberEnding }
}
