import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** All words of a language by `module:section.key`. */
export type Words = ReadonlyMap<string, string>

/** Reads a language's folder. */
export function wordsOf(folder: string): Words {
  const words = new Map<string, string>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    collect(words, `${name.slice(0, -5)}:`, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown)
  return words
}

function collect(words: Map<string, string>, key: string, value: unknown): void {
  if (typeof value === 'string') words.set(key, value)
  else
    for (const [name, inner] of Object.entries(value as Record<string, unknown>))
      collect(words, key.endsWith(':') ? key + name : `${key}.${name}`, inner)
}

/** Keys without their plural endings: languages differ in how many forms they have. */
export function stems(words: Words): Set<string> {
  return new Set([...words.keys()].map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')))
}

/** Names of the values that a text takes. */
export const interpolations = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{\{\s*([\w-]+)/g)].map(([, name]) => name ?? ''))

/**
 * The plural forms that a language needs for whole numbers below a million; Italian, Spanish and French have `many`
 * for whole millions only, of which SoftMob counts none.
 */
export function pluralForms(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return [...new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))]
}
