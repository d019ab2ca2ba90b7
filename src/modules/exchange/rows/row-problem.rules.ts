import type { ImportFieldKey } from '../reading/import-fields.rules.ts'

/**
 * How much a remark weighs: `error` refuses the row, `warning` waits until a person has said yes, `note` is only told.
 * Words in `locales/<language>/exchange.json` under `row.<code>`, filled with `values`.
 */
export type ProblemLevel = 'error' | 'warning' | 'note'

/** Somebody whose file may be that of the row. */
export interface Candidate {
  id: string
  name: string
  birthDate: string | null
  by: string
}

export interface RowProblem {
  field: ImportFieldKey | null
  code: string
  level: ProblemLevel
  values?: Record<string, string | number>
  candidates?: Candidate[]
}

/** What a person has decided about a row. `person` is the id of a file, or `new` for somebody who has none yet. */
export interface Decisions {
  accepted?: string[]
  person?: string
  skip?: boolean
}

export type RowState = 'waiting' | 'ready' | 'to-check' | 'refused' | 'already-there' | 'skipped' | 'imported'

/** Where a row stands by what was found and what was decided. */
export function stateOf(
  problems: readonly RowProblem[],
  decisions: Decisions,
): 'ready' | 'to-check' | 'refused' | 'skipped' {
  if (decisions.skip) return 'skipped'
  if (problems.some(({ level }) => level === 'error')) return 'refused'
  return problems.some((problem) => isOpenQuestion(problem, decisions)) ? 'to-check' : 'ready'
}

/** Whether a person still has to say something about it. */
export const isOpenQuestion = (problem: RowProblem, decisions: Decisions): boolean =>
  problem.level === 'warning' && !(decisions.accepted ?? []).includes(problem.code)
