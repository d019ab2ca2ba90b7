import type { PersonField } from './people.rules.ts'

/** In what capacity an organisation, or a person themselves, looks at a file. */
export type Standing = 'keeper' | 'office' | 'hosting' | 'company' | 'oneself'

const all: readonly PersonField[] = [
  'kind',
  'givenName',
  'familyName',
  'birthDate',
  'gender',
  'nationality',
  'email',
  'phone',
  'address',
  'town',
  'country',
  'language',
  'studentNumber',
  'schoolClass',
  'emergencyName',
  'emergencyPhone',
]

/** Each sees what their part needs and no more (GDPR article 5(1)(c), data minimisation). */
const visible: Record<Standing, readonly PersonField[]> = {
  keeper: all,
  // Finance and mere readers of the keeping organisation call nobody's family.
  office: all.filter((field) => field !== 'emergencyName' && field !== 'emergencyPhone'),
  oneself: all,
  // Beds are given out by gender, help is called by phone; the age is enough, the birth date is not needed.
  hosting: [
    'kind',
    'givenName',
    'familyName',
    'gender',
    'nationality',
    'email',
    'phone',
    'language',
    'emergencyName',
    'emergencyPhone',
  ],
  company: ['givenName', 'familyName', 'phone', 'language'],
}

export const seesField = (standing: Standing, field: PersonField): boolean =>
  visible[standing].includes(field)
/** Whether age and being a minor may be known. */
export const seesAge = (standing: Standing): boolean => standing !== 'company'
export const seesGuardians = (standing: Standing): boolean => standing !== 'company'

/** The fields of a row that this standing may see; the others are absent, not empty. */
export function sliceOf<T extends object>(standing: Standing, fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => visible[standing].includes(field as PersonField)),
  ) as Partial<T>
}

const lookingAfter = ['administrator', 'coordinator', 'mentor', 'accompanying']

/** The standing of a member of the organisation that keeps the file. */
export const standingOfKeeper = (roles: readonly string[]): Standing & ('keeper' | 'office') =>
  roles.some((role) => lookingAfter.includes(role)) ? 'keeper' : 'office'

/** The standing of an organisation that does not keep the file, by its roles in the mobilities it shares; null: none. */
export function standingBy(roles: readonly string[]): Standing | null {
  if (roles.includes('hosting') || roles.includes('sending')) return 'hosting'
  return roles.includes('company') ? 'company' : null
}

const ownToEdit: readonly PersonField[] = [
  'phone',
  'address',
  'town',
  'country',
  'language',
  'emergencyName',
  'emergencyPhone',
]
// Once known, papers rest on them: then the school changes them.
const ownWhileEmpty: readonly PersonField[] = ['birthDate', 'nationality']

/** Whether somebody may change this field of their own file (or of a minor in their care), given what it holds now. */
export function maySetOwn(field: PersonField, present: unknown): boolean {
  return ownToEdit.includes(field) || (ownWhileEmpty.includes(field) && (present === null || present === ''))
}
