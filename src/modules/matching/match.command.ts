import { text } from 'node:stream/consumers'
import type { Command } from '#server/command-line/commands.ts'
import { readMatchInput } from './match-input.rules.ts'
import { matchReasonInEnglish } from './match-reasons.rules.ts'
import { solveMatch } from './solve-match.ts'

const usualSeconds = 120

/** `match`: participants, positions and scores in, the best plan with its proof and reasons out. */
export const matchCommand: Command = {
  name: 'match',
  usage: 'match [--seconds N] < instance.json',
  about: 'Match participants with positions: most placed, fewest moved, best score, proven',
  needsInstance: false,
  run: async (given) => {
    const seconds = secondsOf(given)
    const instance = readMatchInput(parse(await text(process.stdin)))
    if (Array.isArray(instance)) throw new Error(instance.join('\n'))
    const { unassigned, reasons, ...plan } = await solveMatch(instance, { seconds })
    const answer = {
      assigned: plan.assigned,
      unassigned: unassigned.map((one) => ({ id: one.id, reasons: one.reasons.map(matchReasonInEnglish) })),
      placed: plan.placed,
      moved: plan.moved,
      score: plan.score,
      bound: plan.bound,
      status: plan.status,
      ...(reasons ? { reasons: reasons.map(matchReasonInEnglish) } : {}),
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  },
}

function secondsOf(given: readonly string[]): number {
  const at = given.indexOf('--seconds')
  if (at < 0) return usualSeconds
  const seconds = Number(given[at + 1])
  if (!(seconds > 0)) throw new Error('--seconds needs a number above 0.')
  return seconds
}

function parse(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch (error) {
    throw new Error(`Standard input is not JSON: ${(error as Error).message}`, { cause: error })
  }
}
