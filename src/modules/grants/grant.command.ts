import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Command } from '#server/command-line/commands.ts'
import { GrantBatch, type PrintedGrant } from './grant-batch.ts'

const mostComplaints = 50
const atOnce = 1000

/** `grant`: a JSON array of mobilities, flows or preparatory visits in, lines with formula, rule and source out. */
export const grantCommand: Command = {
  name: 'grant',
  usage: 'grant < cases.json',
  about: 'Compute grants by a rule pack, every line explained',
  needsInstance: false,
  run: async () => {
    const items = parse(await text(process.stdin))
    const batch = new GrantBatch()
    const answers: PrintedGrant[] = []
    const complaints: string[] = []
    for (const [index, item] of items.entries()) {
      const answer = batch.answer(item, index + 1)
      if (Array.isArray(answer)) complaints.push(...answer)
      else answers.push(answer)
    }
    if (complaints.length > 0) throw new Error(summary(complaints))
    await print(answers)
  },
}

function parse(given: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(given)
  } catch (error) {
    throw new Error(`Standard input is not JSON: ${(error as Error).message}`, { cause: error })
  }
  if (!Array.isArray(value)) throw new Error('Standard input must be a JSON array of cases.')
  return value
}

function summary(complaints: readonly string[]): string {
  const more = complaints.length - mostComplaints
  return [...complaints.slice(0, mostComplaints), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}

/** Written in pieces: the whole text of very many answers would not fit into one string. */
async function print(answers: readonly PrintedGrant[]): Promise<void> {
  await write('[')
  for (let from = 0; from < answers.length; from += atOnce) {
    const piece = JSON.stringify(answers.slice(from, from + atOnce)).slice(1, -1)
    await write(`${from > 0 ? ',' : ''}\n${piece}`)
  }
  await write('\n]\n')
}

async function write(piece: string): Promise<void> {
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}
