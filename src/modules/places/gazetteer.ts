import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { distanceKm, type Point } from './distance.rules.ts'
import { plainTown, shortTown, soundOf, spellingsOf } from './place-names.rules.ts'

/** A town of 1,000 inhabitants or more. `region` is the code of GeoNames' first administrative level. */
export interface Town extends Point {
  name: string
  country: string
  region: string
  population: number
  /** Other names and spellings. */
  others: readonly string[]
}

/** One town, or those that may be meant (largest first; none where nothing is alike). */
export type TownAnswer = { town: Town } | { candidates: Town[] }

const folder = join(import.meta.dirname, 'towns')
const mostCandidates = 10
/** Two entries of one name this near are the same place twice (town and municipality). */
const sameKm = 10
/** Essen is the city and not the village of that name: a city this many times larger than its namesakes is meant. */
const cityFrom = 80_000
const timesLarger = 20

/** Alpha-2 as ISO has it; the programme writes EL and UK. */
const isoOf = (country: string): string => {
  const code = country.trim().toUpperCase()
  return code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code
}

interface Index {
  byName: Map<string, Town[]>
  /** Shortened names and sounds, made when a name itself was not found. */
  byShort?: Map<string, Town[]>
  bySound?: Map<string, Town[]>
}

let towns: Map<string, Town[]> | undefined
const indexes = new Map<string, Index>()

/** The towns of one country, largest first; of all when none is named. */
function townsOf(country: string | null): readonly Town[] {
  towns ??= readTowns()
  if (country !== null) return towns.get(country) ?? []
  return [...towns.values()].flat().sort((a, b) => b.population - a.population)
}

function readTowns(): Map<string, Town[]> {
  const others = new Map(
    linesOf('other-names.tsv').map(([country = '', name = '', names = '']) => [
      `${country} ${name}`,
      names.split('|'),
    ]),
  )
  const read = linesOf('towns.tsv').map(
    ([country = '', names = '', region = '', latitude, longitude, population]): Town => {
      const [name = '', ...more] = names.split('|')
      return {
        name,
        country,
        region,
        latitude: Number(latitude),
        longitude: Number(longitude),
        population: Number(population),
        others: [...more, ...(others.get(`${country} ${name}`) ?? [])],
      }
    },
  )
  return Map.groupBy(read, ({ country }) => country)
}

const linesOf = (file: string): string[][] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

function indexOf(country: string | null): Index {
  const known = indexes.get(country ?? '')
  if (known) return known
  const made: Index = {
    byName: grouped(townsOf(country), ({ name, others }) => [name, ...others].flatMap(spellingsOf)),
  }
  indexes.set(country ?? '', made)
  return made
}

function grouped(all: readonly Town[], keysOf: (town: Town) => readonly string[]): Map<string, Town[]> {
  const groups = new Map<string, Town[]>()
  for (const town of all)
    for (const key of new Set(keysOf(town))) {
      const group = groups.get(key)
      if (group) group.push(town)
      else groups.set(key, [town])
    }
  return groups
}

/**
 * The town of that name. Case, accents, punctuation, script and usual other names do not matter; `country` is alpha-2, with EL and UK
 * as the programme writes them. A name that several towns bear is answered with candidates: nothing is guessed.
 */
export function findTown(name: string, country: string | null, region?: string): TownAnswer {
  const code = country === null || country.trim() === '' ? null : isoOf(country)
  const index = indexOf(code)
  const plain = plainTown(name)
  const exact = oneOf(index.byName.get(plain) ?? [], region)
  if (exact) return exact
  index.byShort ??= grouped(townsOf(code), (town) => [shortTown(town.name)])
  const short = index.byShort.get(plain) ?? []
  if (short.length > 0) return oneOf(short, region) ?? { candidates: [] }
  index.bySound ??= grouped(townsOf(code), (town) =>
    [town.name, ...town.others].map((one) => soundOf(plainTown(one))),
  )
  const alike = index.bySound.get(soundOf(plain)) ?? []
  return oneOf(alike, region) ?? { candidates: beginningWith(plain, code, mostCandidates) }
}

function oneOf(found: readonly Town[], region: string | undefined): TownAnswer | null {
  const here = region === undefined ? found : found.filter((town) => town.region === region)
  const [first, ...rest] = (here.length > 0 ? here : [...found]).toSorted(
    (a, b) => b.population - a.population,
  )
  if (!first) return null
  const next = Math.max(0, ...rest.map(({ population }) => population))
  if (first.population >= cityFrom && first.population >= next * timesLarger) return { town: first }
  if (rest.every((town) => town.country === first.country && distanceKm(first, town) <= sameKm))
    return { town: first }
  return { candidates: [first, ...rest].slice(0, mostCandidates) }
}

/** Towns whose name, or another name, begins like this; largest first. */
export function townsBeginning(text: string, country: string | null, limit: number): Town[] {
  const plain = plainTown(text)
  return plain === '' ? [] : beginningWith(plain, country === null ? null : isoOf(country), limit)
}

let largestFirst: readonly Town[] | undefined
const plainNames = new WeakMap<Town, string[]>()

function beginningWith(plain: string, country: string | null, limit: number): Town[] {
  if (plain === '') return []
  const found: Town[] = []
  const all = country === null ? (largestFirst ??= townsOf(null)) : townsOf(country)
  for (const town of all) {
    if (!namesOf(town).some((name) => name.startsWith(plain))) continue
    found.push(town)
    if (found.length >= limit) break
  }
  return found
}

function namesOf(town: Town): string[] {
  const known = plainNames.get(town)
  if (known) return known
  const names = [town.name, ...town.others].flatMap(spellingsOf)
  plainNames.set(town, names)
  return names
}
