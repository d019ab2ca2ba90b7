import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { interpolations, pluralForms, stems, wordsOf, type Words } from '../support/locale-files.ts'

const root = join(import.meta.dirname, '../..')
const locales = join(root, 'locales')
const languages = readdirSync(locales)
const english = wordsOf(join(locales, 'en'))

/** Keys written out in the source, `module:section.key`, with the file that uses each. */
function keysInSource(): Map<string, string> {
  const keys = new Map<string, string>()
  const names = [...new Set([...english.keys()].map((key) => key.slice(0, key.indexOf(':'))))].join('|')
  const literal = new RegExp(`['"\`]((?:${names}):[\\w-]+(?:\\.[\\w-]+)*)['"\`]`, 'g')
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '')
    for (const [, key] of text.matchAll(literal)) if (key) keys.set(key, file)
  }
  return keys
}

/** Types of events that the modules record, as far as they are written out. */
function eventTypes(): Set<string> {
  const types = new Set<string>()
  for (const entry of readdirSync(join(root, 'src/modules'), { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.actions.ts')) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [, type] of text.matchAll(/\b(?:type:|taskEvent\(|record\(context,) '([a-z-]+\.[a-z-]+)'/g))
      if (type) types.add(type)
  }
  return types
}

/** A key counts as there by itself, by its plural forms, or as the section from which one is chosen by a value. */
function isThere(key: string, words: Words): boolean {
  return (
    words.has(key) || words.has(`${key}_other`) || [...words.keys()].some((one) => one.startsWith(`${key}.`))
  )
}

describe('English words', () => {
  it('are there for every key that the source writes out', () => {
    const missing = [...keysInSource()].filter(([key]) => !isThere(key, english))
    expect(missing.map(([key, file]) => `${key} (${file.slice(root.length + 1)})`)).toEqual([])
  })

  it('are there for every event that is recorded', () => {
    expect([...eventTypes()].filter((type) => !english.has(`journal:event.${type}`))).toEqual([])
  })
})

describe.each(languages)('words in %s', (language) => {
  const words = wordsOf(join(locales, language))

  it('are the same keys as in English', () => {
    expect([...stems(words)].sort()).toEqual([...stems(english)].sort())
  })

  it('take the same values as in English', () => {
    const different = [...words].filter(([key, text]) => {
      const model = english.get(key) ?? english.get(key.replace(/_(?:zero|two|few|many)$/, '_other'))
      return model !== undefined && !interpolations(text).isSubsetOf(interpolations(model))
    })
    expect(different.map(([key]) => key)).toEqual([])
    const lost = [...english].filter(([key, model]) => {
      const text = words.get(key)
      if (text === undefined) return false
      // A singular may say its number as a word.
      const needed = interpolations(model).difference(key.endsWith('_one') ? new Set(['count']) : new Set())
      return !needed.isSubsetOf(interpolations(text))
    })
    expect(lost.map(([key]) => key)).toEqual([])
  })

  it('have every plural form of the language', () => {
    const needed = pluralForms(language)
    const plural = new Set(
      [...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6)),
    )
    const missing = [...plural].flatMap((stem) =>
      needed.filter((form) => !words.has(`${stem}_${form}`)).map((form) => `${stem}_${form}`),
    )
    expect(missing).toEqual([])
  })
})
