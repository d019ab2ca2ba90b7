/**
 * A text as it is compared and looked up: no accents, no case, no punctuation, no blanks. Letters of every script are kept.
 */
export function searchKey(text: string): string {
  return searchWords(text).join('')
}

/** The words of a text, each without accents and case; `birthDate`, `birth_date` and `Birth date` are the same two words. */
export function searchWords(text: string): string[] {
  const plain = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .normalize('NFKD')
    .replace(/[\p{Mn}\u2019'’`´]/gu, (mark) => (/\p{Mn}/u.test(mark) ? '' : ' '))
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
