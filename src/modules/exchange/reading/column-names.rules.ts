import { otherNames } from './field-names.rules.ts'
import { importFields, type ImportFieldKey } from './import-fields.rules.ts'
import { searchWords } from './search-key.rules.ts'

/** How sure a column's name is to mean a field. `null` as field: a known column that is none of ours. */
export interface NameMatch {
  field: ImportFieldKey | null
  synonym: string
  /** 0 to 1. */
  certainty: number
  whole: boolean
}

/** Words that join others and carry no meaning of their own here. */
const smallWords = new Set(
  'of the and or in di del della dello dei e il la lo le de el los las y en des du et d l der die das den dem im am und oder a al'.split(
    ' ',
  ),
)

interface Name {
  field: ImportFieldKey | null
  synonym: string
  words: readonly string[]
}

/** Words that count; all of them where nothing else is left (the columns "al" and "du" are dates). */
function wordsOf(text: string): string[] {
  const words = searchWords(text)
  const heavy = words.filter((word) => !smallWords.has(word))
  return heavy.length > 0 ? heavy : words
}

const asked = importFields.flatMap(({ key, synonyms }) =>
  synonyms.map((synonym) => ({ field: key, synonym })),
)
const names: readonly Name[] = [...asked, ...otherNames.map((synonym) => ({ field: null, synonym }))].map(
  (name) => ({
    ...name,
    words: wordsOf(name.synonym),
  }),
)

const byLetters = groupBy((words) => words.join(''))
const byWords = groupBy((words) => words.toSorted().join(' '))
const byFirstWord = groupBy((words) => words.toSorted((a, b) => b.length - a.length)[0] ?? '')

function groupBy(key: (words: readonly string[]) => string): ReadonlyMap<string, Name[]> {
  return Map.groupBy(names, ({ words }) => key(words))
}

/** True for a text that is, as a whole or as one of its languages (`Surname / Cognome`), the name of a column that we know. */
export function isKnownColumnName(text: string): boolean {
  return (
    text.length <= 120 &&
    readings(text).some((words) => byLetters.has(words.join('')) || byWords.has(words.toSorted().join(' ')))
  )
}

/** All fields that a column's name can mean, with the best synonym of each. */
export function matchName(text: string): NameMatch[] {
  const matches = readings(text).flatMap((words, at) => {
    const less = at === 0 ? 0 : 0.04
    const whole = [
      ...(byLetters.get(words.join('')) ?? []).map((name) => ({
        ...name,
        certainty: 0.97 - less,
        whole: true,
      })),
      ...(byWords.get(words.toSorted().join(' ')) ?? []).map((name) => ({
        ...name,
        certainty: 0.93 - less,
        whole: true,
      })),
    ]
    return whole.length > 0 ? whole : partMatches(words)
  })
  const best = new Map<ImportFieldKey | null, NameMatch>()
  for (const { field, synonym, certainty, whole } of matches) {
    if (certainty > (best.get(field)?.certainty ?? 0)) best.set(field, { field, synonym, certainty, whole })
  }
  return [...best.values()]
}

/** A name as it stands, without what is in brackets, and each half of a name in two languages. */
function readings(text: string): string[][] {
  const plain = text.replace(/\s\(\d+\)$/, '').replace(/[*:]+/g, ' ')
  const withoutBrackets = plain.replace(/[([][^)\]]*[)\]]/g, ' ')
  const halves = withoutBrackets.split(/[/|\n]|\s[-–]\s/)
  return [plain, withoutBrackets, ...halves].map(wordsOf).filter((words) => words.length > 0)
}

/** Synonyms all of whose words stand in the name, beside others; the more of the name they explain, the surer. */
function partMatches(words: readonly string[]): NameMatch[] {
  return words
    .flatMap((word) => byFirstWord.get(word) ?? [])
    .filter((name) => name.words.every((word) => words.includes(word)) && name.words.join('').length >= 4)
    .map(({ field, synonym, words: { length } }) => ({
      field,
      synonym,
      certainty: 0.5 + (0.3 * length) / words.length,
      whole: false,
    }))
}
