import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Occupation {
  /** Address of the ESCO occupation. */
  uri: string
  /** ISCO-08 group, four digits. */
  isco: string
  /** Preferred label, English. */
  label: string
}

export interface Term {
  code: string
  /** English. */
  label: string
}

/** To be shown beside the suggestions (CC BY 4.0). */
export const occupationsSource = 'ESCO, © European Union, CC BY 4.0'
export const fieldsSource = 'ISCED-F 2013, EU Vocabularies, © European Union, CC BY 4.0'

const lines = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'))

interface Entry<T> {
  of: T
  label: string
  words: string
}

let occupations: Entry<Occupation>[] | undefined
let fields: Entry<Term>[] | undefined
let skills: Entry<Term>[] | undefined

/** Occupations in which every word stands; those whose label begins with the words first. Fewer than two letters find nothing. */
export function suggestOccupations(question: string, limit: number): Occupation[] {
  occupations ??= lines('esco-occupations.tsv').map(([id = '', isco = '', label = '', others = '']) => ({
    of: { uri: `http://data.europa.eu/esco/occupation/${id}`, isco, label },
    label: plain(label),
    words: plain(`${label} ${others} ${isco}`),
  }))
  return plain(question).length < 2 ? [] : best(occupations, question, limit)
}

/** Fields of ISCED-F 2013 by code or words; all of them in order for an empty question. */
export function suggestFields(question: string, limit: number): Term[] {
  fields ??= terms('isced-f-2013.tsv')
  return best(fields, question, limit)
}

/** Skill groups of ESCO in which every word stands. */
export function suggestSkills(question: string, limit: number): Term[] {
  skills ??= terms('esco-skill-groups.tsv')
  return best(skills, question, limit)
}

const terms = (file: string): Entry<Term>[] =>
  lines(file).map(([code = '', label = '']) => ({
    of: { code, label },
    label: plain(label),
    words: plain(`${code} ${label}`),
  }))

function best<T>(entries: readonly Entry<T>[], question: string, limit: number): T[] {
  const asked = plain(question)
  const words = asked.split(' ').filter(Boolean)
  const rank = ({ label, words: all }: Entry<T>): number => {
    if (label === asked || all.startsWith(asked)) return 0
    if (words.every((word) => ` ${label}`.includes(` ${word}`))) return 1
    return words.every((word) => label.includes(word)) ? 2 : 3
  }
  const found = entries.filter((entry) => words.every((word) => ` ${entry.words}`.includes(` ${word}`)))
  if (asked === '') return found.slice(0, limit).map(({ of }) => of)
  return found
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank || a.entry.label.length - b.entry.label.length)
    .slice(0, limit)
    .map(({ entry }) => entry.of)
}

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
