import { languageCodes } from '#shared/languages.ts'
import { genders, type PersonField, type PersonKind } from '../people.rules.ts'

/** A file as a form keeps it: texts that are not there are empty. */
export type PersonValues = Record<Exclude<PersonField, 'kind' | 'nationality' | 'country'>, string> & {
  kind: PersonKind
  nationality: string | null
  country: string | null
}

/** The fields by meaning, in the order in which they are shown. */
export const fieldGroups = {
  identity: ['givenName', 'familyName', 'kind', 'birthDate', 'gender', 'nationality'],
  contact: ['email', 'phone', 'address', 'town', 'country', 'language'],
  school: ['studentNumber', 'schoolClass'],
  emergency: ['emergencyName', 'emergencyPhone'],
} as const satisfies Record<string, readonly PersonField[]>
export type FieldGroup = keyof typeof fieldGroups
export const groups = Object.keys(fieldGroups) as FieldGroup[]

type Shown = Partial<Record<PersonField, string | null | undefined>> & { kind?: PersonKind | undefined }

export function valuesOf(person: Shown): PersonValues {
  const text = (field: PersonField): string => person[field] ?? ''
  return {
    kind: person.kind ?? 'learner',
    givenName: text('givenName'),
    familyName: text('familyName'),
    birthDate: text('birthDate'),
    gender: text('gender'),
    nationality: person.nationality ?? null,
    email: text('email'),
    phone: text('phone'),
    address: text('address'),
    town: text('town'),
    country: person.country ?? null,
    language: text('language'),
    studentNumber: text('studentNumber'),
    schoolClass: text('schoolClass'),
    emergencyName: text('emergencyName'),
    emergencyPhone: text('emergencyPhone'),
  }
}

/** The fields as the API takes them: what is empty is not known. */
export function inputOf({ gender, language, ...values }: PersonValues) {
  const known = languageCodes.find((code) => code === language)
  return {
    ...values,
    birthDate: values.birthDate || null,
    gender: genders.find((known) => known === gender) ?? null,
    ...(known ? { language: known } : {}),
  }
}
