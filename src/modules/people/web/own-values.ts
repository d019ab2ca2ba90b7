import { languageCodes } from '#shared/languages.ts'
import type { AnswerOf } from '#web/api/api.ts'

export type OwnFileAnswer = AnswerOf<'GET /me/people'>['items'][number]

/** What people may complete themselves, in the order of the form. */
export const ownFields = [
  'birthDate',
  'nationality',
  'phone',
  'address',
  'town',
  'country',
  'language',
  'emergencyName',
  'emergencyPhone',
] as const
export type OwnField = (typeof ownFields)[number]
export type OwnValues = Record<OwnField, string>

/** Nobody is called in a guardian's place, and no papers are written for one. */
const notOfGuardians: readonly OwnField[] = ['birthDate', 'nationality', 'emergencyName', 'emergencyPhone']

/** The fields that this person is asked for and may change now. */
export const askedOf = (file: OwnFileAnswer): OwnField[] =>
  ownFields.filter(
    (field) => file.editable.includes(field) && !(file.kind === 'guardian' && notOfGuardians.includes(field)),
  )

/** The file as the form keeps it: what is not known is an empty text. */
export const valuesOf = (file: OwnFileAnswer): OwnValues =>
  Object.fromEntries(ownFields.map((field) => [field, file[field] ?? ''])) as OwnValues

/** Only what differs from the file, as the API takes it; a date or nationality that was not given is not sent. */
export function changesOf(file: OwnFileAnswer, values: OwnValues) {
  const before = valuesOf(file)
  const changed = askedOf(file).filter((field) => values[field].trim() !== before[field])
  const text = (field: OwnField) => (changed.includes(field) ? { [field]: values[field].trim() || null } : {})
  const given = (field: OwnField) => (values[field] ? text(field) : {})
  const language = languageCodes.find((code) => code === values.language)
  return {
    ...given('birthDate'),
    ...given('nationality'),
    ...text('phone'),
    ...text('address'),
    ...text('town'),
    ...text('country'),
    ...text('emergencyName'),
    ...text('emergencyPhone'),
    ...(changed.includes('language') && language ? { language } : {}),
  }
}
