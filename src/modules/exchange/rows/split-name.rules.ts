/** A whole name taken apart. `guessed`: nothing in it says where the family name begins. */
export interface SplitName {
  givenName: string
  familyName: string
  guessed: boolean
}

/**
 * Takes a whole name apart: `Rossi, Anna` and `ROSSI Anna` say themselves which is the family name; otherwise the last word is taken
 * for it, which is told.
 */
export function splitName(name: string): SplitName {
  const [before = '', after] = name.split(/\s*[,，]\s*/, 2)
  if (after) return { givenName: after, familyName: before, guessed: false }
  const words = name.trim().split(/\s+/)
  if (words.length === 1) return { givenName: words[0] ?? '', familyName: '', guessed: false }
  const loud = words.filter(isLoud)
  if (loud.length > 0 && loud.length < words.length) {
    return {
      givenName: words.filter((word) => !isLoud(word)).join(' '),
      familyName: loud.join(' '),
      guessed: false,
    }
  }
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '', guessed: true }
}

/** Written in capitals throughout, as family names are on lists; a single letter is an initial. */
const isLoud = (word: string): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase() && word !== word.toLowerCase()
