import { readFile } from 'node:fs/promises'
import type { Command } from '#server/command-line/commands.ts'
import { missingRates } from '#modules/rule-packs/missing-rates.rules.ts'
import type { PackMistake } from '#modules/rule-packs/pack-mistakes.rules.ts'
import { figureInWords, mistakeInWords } from '#modules/rule-packs/pack-words.rules.ts'
import { packNamed, shippedPacks } from '#modules/rule-packs/shipped-packs.ts'
import { checkPack } from './check-pack.rules.ts'

/** `pack check FILE`, `pack list`, `pack show NAME`. */
export const packCommand: Command = {
  name: 'pack',
  usage: 'pack check <file> | pack list | pack show <name>',
  about: 'Check a rule pack, list or print those that come with SoftMob',
  needsInstance: false,
  run: async ([what, which]) => {
    if (what === 'list') return list()
    if (what === 'show' && which) return show(which)
    if (what === 'check' && which) return check(which)
    throw new Error('What about packs? Try: pack list, pack show 2021-ES, pack check my-pack.json')
  },
}

function list(): void {
  for (const pack of shippedPacks()) {
    const missing = missingRates(pack).filter(({ paid }) => paid).length
    const state = missing === 0 ? 'complete' : `not known: ${missing} amounts or rates`
    console.log(`${pack.name.padEnd(10)} version ${pack.version}   ${state}`)
  }
}

function show(name: string): void {
  const pack = packNamed(name)
  if (!pack) throw new Error(`There is no pack named "${name}". Those there are: ${names()}.`)
  console.log(JSON.stringify(pack, null, 2))
}

/** Errors are thrown, which ends with exit 1; warnings and what is not known are printed. */
async function check(file: string): Promise<void> {
  const { pack, mistakes } = checkPack(await readJson(file))
  const say = (level: PackMistake['level'], word: string): string[] =>
    mistakes.filter((one) => one.level === level).map((one) => `${word}: ${mistakeInWords(one)}`)
  const errors = [...say('error', 'error'), ...say('beyond-bounds', 'error')]
  for (const line of say('warning', 'warning')) console.log(line)
  if (!pack || errors.length > 0) throw new Error(errors.join('\n'))
  for (const { path, key, values, paid } of missingRates(pack))
    if (paid) console.log(`not known: ${path}: ${figureInWords(key, values)}`)
  console.log(`${pack.name}, version ${pack.version}: right, ${pack.examples.length} examples come out.`)
}

async function readJson(file: string): Promise<unknown> {
  const given = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Error(`${file} cannot be read: ${error.message}`)
  })
  try {
    return JSON.parse(given)
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error })
  }
}

const names = (): string =>
  shippedPacks()
    .map(({ name }) => name)
    .join(', ')
