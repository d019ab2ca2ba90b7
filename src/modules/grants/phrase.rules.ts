/**
 * A sentence that is not yet in a language: a key and what fills it. English words in `english.rules.ts`, the other languages in
 * `locales/*`. Values that are numbers stand for euros, days, kilometres or percent, as the key says. `parts` are sums inside it, joined
 * with a plus.
 */
export interface Phrase {
  key: string
  values: Record<string, string | number>
  parts?: Phrase[]
}

/** Something wrong with one field of an input; words as for phrases. `field` is a path such as `venues.1.days`. */
export interface FieldProblem extends Phrase {
  field: string
}

export const phrase = (key: string, values: Phrase['values'] = {}, parts?: Phrase[]): Phrase =>
  parts ? { key, values, parts } : { key, values }

export const fieldProblem = (field: string, key: string, values: Phrase['values'] = {}): FieldProblem => ({
  field,
  key,
  values,
})
