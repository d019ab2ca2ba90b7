import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { mistakeInWords } from '#modules/rule-packs/pack-words.rules.ts'
import { readPack } from '#modules/rule-packs/read-pack.rules.ts'
import { packNamed } from '#modules/rule-packs/shipped-packs.ts'
import { answerInput } from './answer-input.rules.ts'
import { inEnglish, problemInEnglish, sourceInEnglish } from './english.rules.ts'
import type { GrantAnswer } from './grant-answer.rules.ts'
import { fieldProblem, phrase, type FieldProblem, type Phrase } from './phrase.rules.ts'
import { readInput } from './read-input.rules.ts'

/** One answer of the command `grant`, as docs promise it: euros, and sentences in English. */
export interface PrintedGrant {
  id: string | number
  lines: { category: string; amount: number | null; formula: string; rule: string; source: string }[]
  total: number | null
  warnings: string[]
}

interface KnownPack {
  pack: RulePack | null
  problems: FieldProblem[]
  warnings: Phrase[]
}

/** Answers many inputs in one go; a pack, given by name or whole, is read and checked once. */
export class GrantBatch {
  readonly #packs = new Map<string, KnownPack>()

  /** The answer to one input, or what is wrong with it as `<id>: <field>: <what>`. `position` names an input without an id. */
  answer(value: unknown, position: number): PrintedGrant | string[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [`item ${position}: must be an object`]
    const item = value as Record<string, unknown>
    const { id } = item
    if (typeof id !== 'string' && typeof id !== 'number')
      return [`item ${position}: id: ${id === undefined ? 'is missing' : 'must be a text or a number'}`]
    const known = this.#packOf(item['pack'])
    const { input, problems, warnings } = readInput(item)
    if (!known.pack || !input) return inWords(id, [...known.problems, ...problems])
    const answer = answerInput(known.pack, input)
    if (answer.problems.length > 0) return inWords(id, answer.problems)
    return printed(id, answer, [...known.warnings, ...warnings])
  }

  #packOf(value: unknown): KnownPack {
    if (value === undefined) return bad(fieldProblem('pack', 'required'))
    const key = typeof value === 'string' ? value : JSON.stringify(value)
    const before = this.#packs.get(key)
    if (before) return before
    const known = typeof value === 'string' ? namedPack(value) : givenPack(value)
    this.#packs.set(key, known)
    return known
  }
}

function namedPack(name: string): KnownPack {
  const pack = packNamed(name)
  return pack
    ? { pack, problems: [], warnings: [] }
    : bad(fieldProblem('pack', 'unknown-pack', { pack: name }))
}

/** A rate beyond the programme's bounds does not stop a calculation, but every answer says it. */
function givenPack(value: unknown): KnownPack {
  const { pack, mistakes } = readPack(value)
  const errors = mistakes.filter(({ level }) => level === 'error').map((one) => mistakeInWords(one))
  if (!pack || errors.length > 0)
    return bad(fieldProblem('pack', 'bad-pack', { mistakes: errors.slice(0, 10).join('; ') }))
  const warnings = mistakes
    .filter(({ level }) => level === 'beyond-bounds')
    .map((one) => phrase('beyond-bounds', { mistake: mistakeInWords(one) }))
  return { pack, problems: [], warnings }
}

const bad = (problem: FieldProblem): KnownPack => ({ pack: null, problems: [problem], warnings: [] })

const inWords = (id: string | number, problems: readonly FieldProblem[]): string[] =>
  problems.map((problem) => `${id}: ${problemInEnglish(problem)}`)

function printed(id: string | number, answer: GrantAnswer, before: readonly Phrase[]): PrintedGrant {
  return {
    id,
    lines: answer.lines.map(({ category, amount, formula, rule, source }) => ({
      category,
      amount,
      formula: inEnglish(formula),
      rule: inEnglish(rule),
      source: sourceInEnglish(source),
    })),
    total: answer.total,
    warnings: [...before, ...answer.warnings].map((warning) => inEnglish(warning, 'warning')),
  }
}
