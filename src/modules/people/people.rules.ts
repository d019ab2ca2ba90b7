import { addMonths, ageOn, isDay, type Day } from '#shared/dates.ts'

export const personKinds = ['learner', 'staff', 'guardian'] as const
export type PersonKind = (typeof personKinds)[number]
export const genders = ['woman', 'man', 'other', 'undisclosed'] as const
export const relations = ['mother', 'father', 'guardian', 'other'] as const

/** What a person's file holds, field by field. Days are `YYYY-MM-DD`, countries ISO 3166-1 alpha-2. */
export interface PersonFields {
  kind: PersonKind
  givenName: string
  familyName: string
  birthDate: Day | null
  gender: string | null
  nationality: string | null
  email: string | null
  phone: string | null
  address: string | null
  town: string | null
  country: string | null
  language: string
  studentNumber: string | null
  schoolClass: string | null
  emergencyName: string | null
  emergencyPhone: string | null
}
export type PersonField = keyof PersonFields

/** Below 18 (UN Convention on the Rights of the Child, article 1). */
const fullAge = 18

/** Whether a person is a minor on a day; null where the birth date is unknown. */
export function isMinor(birthDate: Day | null, day: Day): boolean | null {
  return birthDate === null ? null : ageOn(birthDate, day) < fullAge
}

/** Whoever was born after this day is a minor on `day`. */
export const minorsBornAfter = (day: Day): Day => addMonths(day, -12 * fullAge)

/** Why a birth date cannot be right, or null: words in `problems:field.<code>`. */
export function whyNotBirthDate(
  birthDate: Day,
  day: Day,
): 'not-a-day' | 'in-the-future' | 'too-long-ago' | null {
  if (!isDay(birthDate)) return 'not-a-day'
  if (birthDate > day) return 'in-the-future'
  return ageOn(birthDate, day) > 110 ? 'too-long-ago' : null
}

// What the sender needs before departure: identity for the papers, and whom to call (facts B.2 no. 8 and 15, C.5).
const neededOfTravellers: readonly PersonField[] = [
  'birthDate',
  'nationality',
  'phone',
  'address',
  'emergencyName',
  'emergencyPhone',
]
const neededOfGuardians: readonly PersonField[] = ['phone']

/** The fields that must be known before somebody can say "these data are right". */
export const neededOf = (kind: PersonKind): readonly PersonField[] =>
  kind === 'guardian' ? neededOfGuardians : neededOfTravellers

/** The fields that are still empty before somebody can say "these data are right". */
export function stillMissing(person: PersonFields): PersonField[] {
  return neededOf(person.kind).filter((field) => person[field] === null || person[field] === '')
}

/** Why two files cannot become one, or null: words in `people:whyNot.<code>`. */
export function whyNotMerge(
  kept: { id: string; userId: string | null },
  other: { id: string; userId: string | null },
): 'same-file' | 'both-have-accounts' | null {
  if (kept.id === other.id) return 'same-file'
  // Two accounts are two ways in; which one stays is not ours to decide.
  if (kept.userId && other.userId && kept.userId !== other.userId) return 'both-have-accounts'
  return null
}

/** What the kept file takes over from the other one: only what it does not know itself. */
export function takenOver(kept: PersonFields, other: PersonFields): Partial<PersonFields> {
  const taken: Partial<Record<PersonField, unknown>> = {}
  for (const field of Object.keys(kept) as PersonField[]) {
    if ((kept[field] === null || kept[field] === '') && other[field] !== null && other[field] !== '')
      taken[field] = other[field]
  }
  // Somebody who was first met as a guardian and now travels is a traveller.
  if (kept.kind === 'guardian' && other.kind !== 'guardian') taken.kind = other.kind
  return taken as Partial<PersonFields>
}
