import { text } from 'node:stream/consumers'
import type { Command } from '#server/command-line/commands.ts'
import type { TownAnswer } from './gazetteer.ts'
import { distanceBetween, townOf, type AskedTown } from './places.actions.ts'

/** `distance`: pairs of towns in, whole kilometres one way and the band out; candidates where a name is not clear. */
export const distanceCommand: Command = {
  name: 'distance',
  usage: 'distance < pairs.json',
  about: 'Distances between towns in whole kilometres with their band, offline',
  needsInstance: false,
  run: async () => {
    const pairs = parse(await text(process.stdin))
    const mistakes = pairs.flatMap((pair, at) => mistakesIn(pair, at + 1))
    if (mistakes.length > 0) throw new Error(mistakes.slice(0, 50).join('\n'))
    const found = new Map<string, TownAnswer>()
    const find = (asked: AskedTown) => remembered(asked, found)
    const answers = (pairs as Pair[]).map(({ id, from, to }) => ({ id, ...distanceBetween(from, to, find) }))
    process.stdout.write(`[\n${answers.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)
  },
}

interface Pair {
  id: string | number
  from: AskedTown
  to: AskedTown
}

function parse(given: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(given)
  } catch (error) {
    throw new Error(`Standard input is not JSON: ${(error as Error).message}`, { cause: error })
  }
  if (!Array.isArray(value)) throw new Error('Standard input must be a JSON array of pairs of towns.')
  return value
}

function mistakesIn(pair: unknown, position: number): string[] {
  if (typeof pair !== 'object' || pair === null || Array.isArray(pair))
    return [`item ${position}: must be an object`]
  const { id, from, to } = pair as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number')
    return [`item ${position}: id: ${id === undefined ? 'is missing' : 'must be a text or a number'}`]
  return [...townMistakes(from, 'from'), ...townMistakes(to, 'to')].map((mistake) => `${id}: ${mistake}`)
}

function townMistakes(town: unknown, field: string): string[] {
  if (typeof town !== 'object' || town === null || Array.isArray(town))
    return [`${field}: ${town === undefined ? 'is missing' : 'must be an object with city and country'}`]
  const { city, country, region } = town as Record<string, unknown>
  const mistakes: string[] = []
  if (typeof city !== 'string' || city.trim() === '')
    mistakes.push(`${field}.city: must be the name of a town`)
  if (typeof country !== 'string' || !/^[A-Za-z]{2}$/.test(country.trim()))
    mistakes.push(`${field}.country: must be a country code of two letters (ISO 3166-1)`)
  if (region !== undefined && typeof region !== 'string') mistakes.push(`${field}.region: must be a text`)
  return mistakes
}

function remembered(asked: AskedTown, found: Map<string, TownAnswer>): TownAnswer {
  const key = JSON.stringify([asked.city, asked.country, asked.region])
  const before = found.get(key)
  if (before) return before
  const answer = townOf(asked)
  found.set(key, answer)
  return answer
}
