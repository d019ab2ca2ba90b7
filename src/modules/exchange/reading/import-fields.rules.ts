import { namesOfField } from './field-names.rules.ts'

/** What a cell of a field holds: decides how it is read and whether a column's content can be meant. */
export type FieldKind =
  | 'name'
  | 'text'
  | 'email'
  | 'phone'
  | 'date'
  | 'month'
  | 'country'
  | 'gender'
  | 'participant-kind'
  | 'age'
  | 'number'
  | 'amount'
  | 'months'
  | 'weeks'
  | 'days'
  | 'oid'
  | 'code'
  | 'activity'
  | 'status'
  | 'field-of-education'
  | 'yes-no'

interface FieldRule {
  kind: FieldKind
  /** Must be there, itself or one of `insteadOf`, before a mobility can be made. */
  required?: true
  insteadOf?: readonly string[]
}

const rules = {
  'participant.givenName': { kind: 'name', required: true, insteadOf: ['participant.fullName'] },
  'participant.familyName': { kind: 'name', required: true, insteadOf: ['participant.fullName'] },
  'participant.fullName': { kind: 'name' },
  'participant.email': { kind: 'email' },
  'participant.phone': { kind: 'phone' },
  'participant.birthDate': { kind: 'date' },
  'participant.age': { kind: 'age' },
  'participant.gender': { kind: 'gender' },
  'participant.nationality': { kind: 'country' },
  'participant.studentNumber': { kind: 'code' },
  'participant.kind': { kind: 'participant-kind' },
  'guardian.givenName': { kind: 'name' },
  'guardian.familyName': { kind: 'name' },
  'guardian.fullName': { kind: 'name' },
  'guardian.email': { kind: 'email' },
  'guardian.phone': { kind: 'phone' },
  'school.code': { kind: 'code' },
  'school.name': { kind: 'text' },
  'hosting.name': { kind: 'text' },
  'hosting.oid': { kind: 'oid' },
  'hosting.country': { kind: 'country' },
  'hosting.town': { kind: 'text' },
  'hosting.email': { kind: 'email' },
  'company.name': { kind: 'text' },
  'company.town': { kind: 'text' },
  'company.country': { kind: 'country' },
  'company.email': { kind: 'email' },
  'company.tutorName': { kind: 'name' },
  'company.tutorEmail': { kind: 'email' },
  'company.tutorPhone': { kind: 'phone' },
  'project.code': { kind: 'code' },
  'flow.name': { kind: 'text' },
  activityType: { kind: 'activity' },
  country: { kind: 'country', required: true, insteadOf: ['hosting.country', 'company.country'] },
  town: { kind: 'text' },
  departure: { kind: 'date', required: true, insteadOf: ['startMonth'] },
  return: {
    kind: 'date',
    required: true,
    insteadOf: ['lengthMonths', 'lengthWeeks', 'lengthDays'],
  },
  startMonth: { kind: 'month' },
  lengthMonths: { kind: 'months' },
  lengthWeeks: { kind: 'weeks' },
  lengthDays: { kind: 'days' },
  status: { kind: 'status' },
  field: { kind: 'field-of-education' },
  grant: { kind: 'amount' },
  'money.green': { kind: 'yes-no' },
  'money.travelDays': { kind: 'number' },
  'money.fewerOpportunities': { kind: 'yes-no' },
  'money.linguisticSupport': { kind: 'yes-no' },
  'money.noOrganisationalSupport': { kind: 'yes-no' },
  'money.zeroGrant': { kind: 'yes-no' },
  'money.blended': { kind: 'yes-no' },
  externalId: { kind: 'code' },
  note: { kind: 'text' },
} as const satisfies Record<string, FieldRule>

export type ImportFieldKey = keyof typeof rules

/** A field of a mobility list: what a column can be imported as. */
export interface ImportField {
  key: ImportFieldKey
  kind: FieldKind
  required: boolean
  /** Any of these, instead of the field itself, is enough where it is required. */
  insteadOf: readonly ImportFieldKey[]
  /** Names that columns of it have, in English, Italian, Spanish, German, French and in published lists. */
  synonyms: readonly string[]
}

const isKey = (key: string): key is ImportFieldKey => Object.hasOwn(rules, key)

export const importFieldKeys: readonly ImportFieldKey[] = Object.keys(rules).filter(isKey)

/** The fields of a mobility list, in the order in which a person would look for them. */
export const importFields: readonly ImportField[] = importFieldKeys.map((key) => {
  const rule: FieldRule = rules[key]
  return {
    key,
    kind: rule.kind,
    required: rule.required ?? false,
    insteadOf: (rule.insteadOf ?? []).filter(isKey),
    synonyms: namesOfField(key),
  }
})

/** The required fields that a choice of columns does not cover, itself or by another. */
export function missingFields(mapped: ReadonlySet<ImportFieldKey>): ImportFieldKey[] {
  return importFields
    .filter(({ key, required, insteadOf }) => required && ![key, ...insteadOf].some((one) => mapped.has(one)))
    .map(({ key }) => key)
}
