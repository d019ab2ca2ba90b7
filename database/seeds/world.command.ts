import { parseArgs } from 'node:util'
import type { Command } from '#server/command-line/commands.ts'
import { loadWorld } from './load-world.ts'

/** `world load --mobilities N`: puts a large invented world beside what is there; prints its largest sender and a key. */
export const worldCommand: Command = {
  name: 'world',
  usage: 'world load --mobilities <number> [--organisations <number>]',
  about: 'Load a large invented world for load tests',
  needsInstance: true,
  run: async (given, instance) => {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        mobilities: { type: 'string', default: '200000' },
        organisations: { type: 'string', default: '300' },
      },
    })
    if (positionals[0] !== 'load' || !instance)
      throw new Error('What about the world? Try: world load --mobilities 200000')
    const loaded = await loadWorld(instance.databaseUrl, {
      mobilities: wholeNumber('mobilities', values.mobilities, 20_000_000),
      organisations: wholeNumber('organisations', values.organisations, 100_000),
      log: (line) => console.error(line),
    })
    console.log(JSON.stringify(loaded))
  },
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Error(`--${name} must be a whole number from 1 to ${most}, not "${text}".`)
  return value
}
