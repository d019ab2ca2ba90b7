import type { Reason } from '#modules/mobilities/conditions.rules.ts'

/** What came of an action for one mobility. */
export interface Outcome {
  mobilityId: string
  outcome: 'done' | 'skipped' | 'refused'
  /** Why not; codes have their words in `bulk:whyNot.<code>` or, from the lifecycle, `mobilities:whyNot.<code>`. */
  reason: Reason | null
  /** What the row held before, where that can be given back. */
  before: Record<string, unknown> | null
}

export const done = (mobilityId: string, before: Outcome['before'] = null): Outcome => ({
  mobilityId,
  outcome: 'done',
  reason: null,
  before,
})
export const skipped = (mobilityId: string): Outcome => ({
  mobilityId,
  outcome: 'skipped',
  reason: null,
  before: null,
})
export const refused = (mobilityId: string, code: string, values: Reason['values'] = {}): Outcome => ({
  mobilityId,
  outcome: 'refused',
  reason: { code, values },
  before: null,
})
