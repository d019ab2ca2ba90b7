import type { FigureState } from '#modules/rule-packs/figure.rules.ts'
import type { FieldProblem, Phrase } from './phrase.rules.ts'

/** The cost items of a calculation, in the order in which they are shown. */
export const grantCategories = [
  'travel',
  'individual-support',
  'organisational-support',
  'linguistic-support',
  'course-fees',
  'inclusion-support-organisation',
  'inclusion-support-participant',
  'preparatory-visit',
  'exceptional-costs',
] as const
export type GrantCategory = (typeof grantCategories)[number]

/** Where a line's figures were read. `key` is the pack's own name of the source. */
export interface LineSource {
  key: string | null
  title: string
  url?: string
  /** The least sure of the figures that the line uses. */
  state: FigureState
}

/** One cost item: euros (null when a rate is missing), how it was computed, and by which rule of which pack. */
export interface GrantLine {
  category: GrantCategory
  amount: number | null
  formula: Phrase
  rule: Phrase
  source: LineSource
}

/**
 * What comes out of a calculation. `total` is null as soon as one line's amount is. With `problems` (a country outside all groups, an
 * activity the pack does not know …) nothing was computed.
 */
export interface GrantAnswer {
  lines: GrantLine[]
  total: number | null
  warnings: Phrase[]
  problems: FieldProblem[]
}
