/**
 * How alike names are: the share of trigrams two plain names have in common, word by word, so that the order of given and
 * family name does not matter (the measure of PostgreSQL's pg_trgm, here because row-level security keeps its index from use).
 */

/** From here on two names are likely the same person's, if nothing speaks against it. */
export const likelyFrom = 0.6
/** With the same birth date two letters out of place are rather a slip of the pen. */
export const likelyWithBirthDateFrom = 0.4
/** Below this, the same e-mail address or number rather means a shared address or a slip of the pen. */
export const otherPersonBelow = 0.3

/** The trigrams of a plain (lower-case, unaccented) name. */
export function trigramsOf(plainName: string): Set<string> {
  const found = new Set<string>()
  for (const word of plainName.split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3))
  }
  return found
}

/** 0 (nothing in common) to 1 (the same words). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const trigram of a) if (b.has(trigram)) common++
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

/** Many names, asked for those that are alike: each name is compared only with those that share a trigram with it. */
export class NameIndex<T extends { plainName: string }> {
  readonly #people: { person: T; size: number }[] = []
  readonly #holders = new Map<string, number[]>()
  /** How many trigrams each person shares with the name asked for; all zero between two questions. */
  readonly #shared: Uint16Array

  constructor(people: readonly T[]) {
    this.#shared = new Uint16Array(people.length)
    for (const person of people) {
      const trigrams = trigramsOf(person.plainName)
      const position = this.#people.push({ person, size: trigrams.size }) - 1
      for (const trigram of trigrams) {
        const holders = this.#holders.get(trigram)
        if (holders) holders.push(position)
        else this.#holders.set(trigram, [position])
      }
    }
  }

  /** Those at least `from` alike (above 0), most alike first. */
  alike(plainName: string, from = likelyFrom): { person: T; likeness: number }[] {
    const asked = trigramsOf(plainName)
    const found: { person: T; likeness: number }[] = []
    for (const position of this.#count(asked)) {
      const known = this.#people[position]
      const shared = this.#shared[position] ?? 0
      this.#shared[position] = 0
      if (!known) continue
      const alike = shared / (asked.size + known.size - shared)
      if (alike >= from) found.push({ person: known.person, likeness: alike })
    }
    return found.sort((a, b) => b.likeness - a.likeness)
  }

  /** Counts shared trigrams and answers who has any. */
  #count(asked: ReadonlySet<string>): number[] {
    const touched: number[] = []
    for (const trigram of asked) {
      for (const holder of this.#holders.get(trigram) ?? []) {
        const before = this.#shared[holder] ?? 0
        if (before === 0) touched.push(holder)
        this.#shared[holder] = before + 1
      }
    }
    return touched
  }
}
