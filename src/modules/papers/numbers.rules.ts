/** What a number of a paper may look like: letters, digits and what is written between them. */
export const numberForm = /^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u
/** Longest number that is taken; those of identity documents have 9, of health cards up to 20 characters. */
export const longestNumber = 40

/** The end of a number, enough to know it again: four characters, three of a short one, none of a very short one. */
export function endingOf(number: string): string {
  const plain = number.replaceAll(/[^\p{L}\p{N}]/gu, '')
  const shown = plain.length >= 8 ? 4 : plain.length >= 6 ? 3 : 0
  return shown === 0 ? '' : plain.slice(-shown)
}
