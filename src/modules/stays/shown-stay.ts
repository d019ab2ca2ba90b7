import type { z } from 'zod'
import { ageOn, type Day } from '#shared/dates.ts'
import type { shownStay } from './stays.shapes.contract.ts'
import type { StayRow } from './stays.store.ts'

/** Full age on the day of departure; null where the birth date or the day is not known. */
export const isMinorAt = (birthDate: Day | null, departure: Day | null): boolean | null =>
  birthDate === null || departure === null ? null : ageOn(birthDate, departure) < 18

/** A stay as the API shows it: whether somebody is a minor, never how old. */
export function shownOf({ birthDate, gender: _gender, ...row }: StayRow): z.input<typeof shownStay> {
  return { ...row, minor: isMinorAt(birthDate, row.departure) }
}
