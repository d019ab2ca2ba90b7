import { readEmail, readOid, readPhone } from './contacts-in-cells.rules.ts'
import { readCountry } from './countries-in-cells.rules.ts'
import { readDate } from './dates-in-cells.rules.ts'
import type { FieldKind } from './import-fields.rules.ts'
import { readLength, type LengthUnit } from './lengths-in-cells.rules.ts'
import { readNumber } from './numbers-in-cells.rules.ts'
import type { TableColumn } from './table-read.rules.ts'
import { readGender, readParticipantKind, readYesNo } from './words-in-cells.rules.ts'

/** What a column holds, as far as its samples show. */
export type ColumnContent = Pick<TableColumn, 'samples' | 'filled' | 'distinct'>

/** Any day will do: only whether a date can be read is asked, not which. */
const anyDay = '2026-01-01'

/** The share of a column's samples that a field of this kind could hold, 0 to 1. */
export function contentFit(kind: FieldKind, column: ColumnContent): number {
  const fits = tests[kind]
  const { samples } = column
  return samples.length === 0 ? 1 : samples.filter((sample) => fits(sample, samples)).length / samples.length
}

const hasLetter = (text: string): boolean => /\p{L}/u.test(text)
const isDate = (text: string): boolean => 'date' in readDate(text, 'day-first', anyDay)

const tests: Record<FieldKind, (sample: string, samples: readonly string[]) => boolean> = {
  name: (text) => hasLetter(text) && !text.includes('@') && !/\d{2}/.test(text),
  text: (text) => hasLetter(text) && readEmail(text) === null && !isDate(text),
  email: (text) => readEmail(text) !== null,
  phone: (text) => readPhone(text) !== null && !isDate(text),
  date: isDate,
  month: (text) => 'month' in readDate(text, 'day-first', anyDay),
  country: (text) => readCountry(text) !== null,
  gender: (text) => readGender(text) !== null,
  'participant-kind': (text) => readParticipantKind(text) !== null,
  age: (text) => /^\d{1,2}(?:[.,]0)?$/.test(text) && Number.parseInt(text, 10) >= 10,
  number: (text) => 'value' in readNumber(text),
  amount: (text) => 'value' in readNumber(text) || /^\d[\d.,' ]+$/.test(text),
  months: (text, samples) => isLength(text, samples, 'months'),
  weeks: (text, samples) => isLength(text, samples, 'weeks'),
  days: (text, samples) => isLength(text, samples, 'days'),
  oid: (text) => readOid(text) !== null,
  code: (text) => text.length <= 60 && /[\p{L}\d]/u.test(text) && readEmail(text) === null,
  activity: (text) => hasLetter(text) && text.length > 2,
  status: (text) => hasLetter(text) && !isDate(text),
  'yes-no': (text) => readYesNo(text) !== null,
  'field-of-education': (text) => hasLetter(text) || /^\d{2,4}$/.test(text),
}

/**
 * A number alone does not say its unit, the column does: halves are months, large numbers days, and what could be either is weeks, as
 * most stays in vocational education are counted.
 */
function isLength(text: string, samples: readonly string[], unit: LengthUnit): boolean {
  const length = readLength(text)
  if (!length) return false
  if (length.unit) return length.unit === unit
  const all = samples.flatMap((sample) => readLength(sample)?.length ?? [])
  const largest = Math.max(...all)
  if (all.some((one) => one % 1 !== 0) || samples.some((sample) => /[.,]0$/.test(sample)))
    return unit === 'months' && largest <= 24
  return unit === (largest <= 13 ? 'weeks' : 'days') || (unit === 'months' && largest <= 24)
}
