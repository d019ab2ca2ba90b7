import type { Figure } from '#modules/rule-packs/figure.rules.ts'
import { figureStates } from '#modules/rule-packs/pack-terms.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import type { GrantAnswer, GrantCategory, GrantLine, LineSource } from './grant-answer.rules.ts'
import { phrase, type FieldProblem, type Phrase } from './phrase.rules.ts'

/** The lines and warnings of one calculation while it is made. */
export class GrantSheet {
  readonly lines: GrantLine[] = []
  readonly warnings: Phrase[] = []
  readonly pack: RulePack

  constructor(pack: RulePack) {
    this.pack = pack
  }

  /** Adds a line: euros, its formula, the rule's key, and the figures from which it was computed. */
  add(
    category: GrantCategory,
    amount: number | null,
    formula: Phrase,
    rule: string,
    figures: readonly Figure[],
  ): void {
    this.lines.push({
      category,
      amount: amount === null ? null : cents(amount),
      formula,
      rule: phrase(rule, { pack: this.pack.name, version: this.pack.version }),
      source: sourceOf(this.pack, figures),
    })
  }

  /** Adds a line without an amount, and the warning that names what the pack lacks. */
  missing(
    category: GrantCategory,
    rule: string,
    lacking: { key: string; values?: Phrase['values'] },
    figures: readonly Figure[] = [],
  ): void {
    const what = { ...lacking.values, pack: this.pack.name }
    this.add(category, null, phrase(`missing.${lacking.key}`, what), rule, figures)
    this.lacks(lacking)
  }

  /** Warns of a figure that the pack lacks. */
  lacks(lacking: { key: string; values?: Phrase['values'] }): void {
    this.warn(`missing.${lacking.key}`, { ...lacking.values, pack: this.pack.name })
  }

  warn(key: string, values: Phrase['values'] = {}): void {
    this.warnings.push(phrase(key, values))
  }

  answer(): GrantAnswer {
    return { lines: this.lines, total: totalOf(this.lines), warnings: this.warnings, problems: [] }
  }
}

/** The sum of the lines in euros, exact to the cent; null as soon as one amount is. */
export function totalOf(lines: readonly Pick<GrantLine, 'amount'>[]): number | null {
  let sum = 0
  for (const { amount } of lines) {
    if (amount === null) return null
    sum += Math.round(amount * 100)
  }
  return sum / 100
}

/** Euros rounded to the cent, half up. */
export const cents = (euros: number): number => Math.round(euros * 100 + 1e-6) / 100

/** The answer to an input from which nothing can be computed. */
export const refusal = (problems: FieldProblem[]): GrantAnswer => ({
  lines: [],
  total: null,
  warnings: [],
  problems,
})

const handMade: LineSource = { key: null, title: '', state: 'entered' }

function sourceOf(pack: RulePack, figures: readonly Figure[]): LineSource {
  let worst = figures[0]
  if (!worst) return handMade
  for (const figure of figures)
    if (figureStates.indexOf(figure.state) > figureStates.indexOf(worst.state)) worst = figure
  const key = worst.source ?? null
  const source = key === null || !Object.hasOwn(pack.sources, key) ? undefined : pack.sources[key]
  return {
    key,
    title: source?.title ?? key ?? '',
    ...(source?.url === undefined ? {} : { url: source.url }),
    state: worst.state,
  }
}
