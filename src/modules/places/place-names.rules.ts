/**
 * How names of towns are compared: without case, accents and punctuation, in Latin letters whatever the script, and with the ways of
 * writing that people mix up.
 */

const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
}
/** Where a keyboard has no umlaut: München, Muenchen. */
const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

// ISO 843 (ELOT 743) for Greek and the passport spelling (ICAO 9303) for Cyrillic, the two scripts of programme countries.
const greek: Record<string, string> = {
  ου: 'ou',
  αυ: 'av',
  ευ: 'ev',
  γγ: 'ng',
  γκ: 'gk',
  μπ: 'b',
  ντ: 'nt',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}
const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: 'a',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ѓ: 'gj',
  ќ: 'kj',
  ѕ: 'dz',
}

const accents = /\p{M}+/gu
const spelled = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')
const umlauts = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g')
const script = /[\p{Script=Greek}\p{Script=Cyrillic}]/u
const pairs = new RegExp([...Object.keys(greek), ...Object.keys(cyrillic)].join('|'), 'gu')

/** A name as it is compared: lower case, plain Latin letters, single spaces; "St." and "Sankt" are "saint". */
export function plainTown(name: string): string {
  const lower = name.toLowerCase().normalize('NFD').replaceAll(accents, '')
  const latin = script.test(lower)
    ? lower.replaceAll(pairs, (some) => greek[some] ?? cyrillic[some] ?? '')
    : lower
  return latin
    .replaceAll(spelled, (letter) => letters[letter] ?? letter)
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\b(?:sankt|sint|saint|sveti|st)\b/g, 'saint')
}

/** Every spelling under which a name is found at once: as it is, with umlauts spelled out, and each half of "Biel/Bienne". */
export function spellingsOf(name: string): string[] {
  const halves = name.includes('/') ? [name, ...name.split('/')] : [name]
  return [
    ...new Set(halves.flatMap((half) => [plainTown(half), plainTown(withUmlautsSpelledOut(half))])),
  ].filter(Boolean)
}

const withUmlautsSpelledOut = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(umlauts, (letter) => spelledOut[letter] ?? letter)

/** A name without what follows it in brackets or after "am", "an der": how people shorten it. */
export const shortTown = (name: string): string =>
  plainTown(
    name.replace(/\(.*\)/, '').replace(/ (?:am|an der|im|in|sur|sous|de la|de|del|upon|nad|pod) .*$/i, ''),
  )

/** What sounds alike: a last attempt for spellings of a script by ear (Larissa, Larisa; Tessaloniki, Thessaloniki). */
export const soundOf = (plain: string): string =>
  plain
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll(/c?kh?|ch|qu?|c/g, 'k')
    .replaceAll(/sch|sh|sz/g, 's')
    .replaceAll('ou', 'u')
    .replaceAll(/[yj]/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll('h', '')
    .replaceAll(/(.)\1+/g, '$1')
