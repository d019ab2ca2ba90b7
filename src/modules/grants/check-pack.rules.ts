import type { PackMistake } from '#modules/rule-packs/pack-mistakes.rules.ts'
import { readPack, type ReadPack } from '#modules/rule-packs/read-pack.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { answerInput } from './answer-input.rules.ts'
import { problemInEnglish } from './english.rules.ts'
import { totalOf } from './grant-lines.rules.ts'
import { readInput } from './read-input.rules.ts'

/**
 * Everything that can be said about a value as a pack: its form, its inner agreement, and whether its own examples come out. `pack` is
 * null when the form is wrong; it may be used when no mistake is an `error`.
 */
export function checkPack(value: unknown): ReadPack {
  const read = readPack(value)
  if (!read.pack || read.mistakes.some(({ level }) => level === 'error')) return read
  return { pack: read.pack, mistakes: [...read.mistakes, ...exampleMistakes(read.pack)] }
}

function exampleMistakes(pack: RulePack): PackMistake[] {
  return pack.examples.flatMap((example, index) => {
    const path = `examples.${index}`
    const { input, problems } = readInput(example.case)
    const answer = input ? answerInput(pack, input) : null
    const wrong = answer?.problems ?? problems
    if (!answer || wrong.length > 0)
      return wrong.map((problem) =>
        mistake(path, 'example-input', { example: example.about, problem: problemInEnglish(problem) }),
      )
    const lines = Object.entries(example.lines).flatMap(([category, expected]) => {
      const of = answer.lines.filter((line) => line.category === category)
      const computed = of.length === 0 ? 0 : totalOf(of)
      const values = { example: example.about, category, expected: show(expected), computed: show(computed) }
      return computed === expected ? [] : [mistake(path, 'example-line', values)]
    })
    if (example.total === undefined || example.total === answer.total) return lines
    const values = { example: example.about, expected: show(example.total), computed: show(answer.total) }
    return [...lines, mistake(path, 'example-total', values)]
  })
}

const show = (amount: number | null): string | number => amount ?? 'not known'

function mistake(path: string, key: string, values: PackMistake['values']): PackMistake {
  return { level: 'error', path, key, values }
}
