/** Somebody of the flow whose name may stand on a ticket. */
export interface KnownTraveller {
  id: string
  /** As the record has it, given name first. */
  name: string
}

export type NameAnswer =
  | { kind: 'found'; id: string }
  /** Several, or one that is only alike: asked, never guessed. */
  | { kind: 'unclear'; candidates: KnownTraveller[] }
  | { kind: 'unknown' }

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mstr',
  'dr',
  'prof',
  'herr',
  'frau',
  'sig',
  'sra',
  'sr',
  'm',
  'mme',
])

/** The words of a name without accents, case, titles and the marks of airlines, in no order. */
export function wordsOfName(name: string): string[] {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/ß/g, 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.has(word))
    .toSorted()
}

/**
 * Who of the flow a written name means. A name is never split into given and family name: its words are compared as a set, so that
 * "ROSSI/ANNA MRS", "Anna Rossi" and "Rossi Anna" are one. Airlines run given names together; that is read too.
 */
export function whoIs(written: string, people: readonly KnownTraveller[]): NameAnswer {
  const words = wordsOfName(written)
  if (words.length === 0) return { kind: 'unknown' }
  const same = people.filter((one) => wordsOfName(one.name).join(' ') === words.join(' '))
  if (same.length === 1 && same[0]) return { kind: 'found', id: same[0].id }
  if (same.length > 1) return { kind: 'unclear', candidates: same }
  const joined = people.filter((one) => isJoined(words, wordsOfName(one.name)))
  if (joined.length === 1 && joined[0]) return { kind: 'found', id: joined[0].id }
  const alike = people.filter((one) => isPartOf(words, wordsOfName(one.name)))
  const candidates = joined.length > 1 ? joined : alike
  return candidates.length > 0 ? { kind: 'unclear', candidates } : { kind: 'unknown' }
}

/** Whether the written words are the person's, some of them run together ("annamaria rossi"). */
function isJoined(written: readonly string[], person: readonly string[]): boolean {
  if (written.length < 2 || written.length >= person.length) return false
  const rest = [...person]
  for (const word of written.toSorted((a, b) => a.length - b.length)) {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    else if (!takeJoined(word, rest)) return false
  }
  return rest.length === 0
}

/** Takes two words away that, one after the other, are this one. */
function takeJoined(word: string, rest: string[]): boolean {
  for (const one of rest)
    for (const other of rest)
      if (one !== other && one + other === word) {
        rest.splice(rest.indexOf(one), 1)
        rest.splice(rest.indexOf(other), 1)
        return true
      }
  return false
}

/** Two shared words at least, and one name has all words of the other. */
function isPartOf(written: readonly string[], person: readonly string[]): boolean {
  const shared = written.filter((word) => person.includes(word)).length
  return shared >= Math.min(2, written.length) && (shared === written.length || shared === person.length)
}
