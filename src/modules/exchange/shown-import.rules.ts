import type { ImportFieldKey } from './reading/import-fields.rules.ts'
import { missingFields } from './reading/import-fields.rules.ts'
import type { Derivation } from './reading/derive-dates.rules.ts'
import type { Mapping } from './rows/column-styles.rules.ts'

const names = ['participant.givenName', 'participant.familyName', 'participant.fullName'] as const

/**
 * The fields that are missing for a mapping. Any column of names is enough, as a list of rows left may hold no family name at all; none
 * is needed where rows stand for persons.
 */
export function missingFor(mapping: Mapping, nameless: boolean): ImportFieldKey[] {
  const mapped = new Set(Object.keys(mapping) as ImportFieldKey[])
  const named = nameless || names.some((name) => mapped.has(name))
  const others = missingFields(mapped).filter((field) => !field.startsWith('participant.'))
  return named ? others : ['participant.givenName', ...others]
}

const lengths = ['lengthMonths', 'lengthWeeks', 'lengthDays'] as const

/** What will be worked out from the columns rather than read (derive-dates.rules.ts). */
export function derivedFor(mapping: Mapping): Derivation[] {
  const has = (field: ImportFieldKey): boolean => mapping[field] !== undefined
  const length = lengths.some(has)
  const month = !has('departure') && has('startMonth')
  return [
    ...(month ? (['departure-first-of-month'] as const) : []),
    ...(!has('return') && length ? (['return-from-length'] as const) : []),
    ...(!has('departure') && !month && has('return') && length ? (['departure-from-length'] as const) : []),
  ]
}
