import { z } from 'zod'
import { languageCodes } from '#shared/languages.ts'
import { genders, personKinds, relations } from './people.rules.ts'

export const inOrganisation = z.object({ organisation: z.uuid() })
export const onePerson = inOrganisation.extend({ person: z.uuid() })
/** A yes or no in a query. */
export const yesNo = z.enum(['true', 'false']).transform((text) => text === 'true')

// People write their names as they are: one or many words, any script. Only the ends are trimmed and the form made one (NFC).
const text = (max: number) => z.string().normalize('NFC').trim().max(max)
/** A text that may be empty; an empty one is kept as null. */
const optionalText = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable()
const countryCode = z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)')
const email = z.union([z.literal('').transform(() => null), z.email().max(254)]).nullable()
const language = z.enum(languageCodes)

const contact = {
  phone: optionalText(50).optional(),
  address: optionalText(500).optional(),
  town: optionalText(200).optional(),
  country: countryCode.nullable().optional(),
  language: language.optional(),
  emergencyName: optionalText(200).optional(),
  emergencyPhone: optionalText(50).optional(),
}

export const personInput = z.object({
  kind: z.enum(personKinds),
  givenName: text(200).min(1),
  familyName: text(200).optional(),
  birthDate: z.iso.date().nullable().optional(),
  gender: z.enum(genders).nullable().optional(),
  nationality: countryCode.nullable().optional(),
  email: email.optional(),
  studentNumber: optionalText(100).optional(),
  schoolClass: optionalText(50).optional(),
  ...contact,
})

/** What people may complete in their own file. */
export const ownPersonInput = z.object({
  birthDate: z.iso.date().optional(),
  nationality: countryCode.optional(),
  ...contact,
})

export const guardianInput = z.union([
  z.object({ guardian: z.uuid(), relation: z.enum(relations).default('guardian') }),
  z.object({
    givenName: text(200).min(1),
    familyName: text(200).default(''),
    email: email.optional(),
    phone: optionalText(50).optional(),
    language: language.optional(),
    relation: z.enum(relations).default('guardian'),
  }),
])

export const personItem = z.object({
  id: z.string(),
  kind: z.enum(personKinds),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().nullable(),
  minor: z.boolean().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string(),
  studentNumber: z.string().nullable(),
  schoolClass: z.string().nullable(),
  hasAccount: z.boolean(),
  guardians: z.number().int(),
  mobilities: z.number().int(),
  version: z.number().int(),
})

const relative = z.object({
  id: z.string(),
  relation: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.string(),
  hasAccount: z.boolean(),
})

/** A file's own fields; those that the caller may not see are absent. */
export const personFields = z.object({
  kind: z.enum(personKinds).optional(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().nullable().optional(),
  gender: z.string().nullable().optional(),
  nationality: z.string().nullable().optional(),
  email: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  address: z.string().nullable().optional(),
  town: z.string().nullable().optional(),
  country: z.string().nullable().optional(),
  language: z.string(),
  studentNumber: z.string().nullable().optional(),
  schoolClass: z.string().nullable().optional(),
  emergencyName: z.string().nullable().optional(),
  emergencyPhone: z.string().nullable().optional(),
})

export const personAnswer = personFields.extend({
  id: z.string(),
  version: z.number().int(),
  standing: z.enum(['keeper', 'office', 'hosting', 'company']).describe('In what capacity the file is seen'),
  age: z.number().int().nullable().optional(),
  minor: z.boolean().nullable().optional(),
  hasAccount: z.boolean(),
  checked: z
    .array(z.object({ by: z.string(), at: z.iso.datetime() }))
    .describe('When the person or a guardian last said that the data are right'),
  guardians: z.array(relative).describe('This person’s guardians'),
  minors: z.array(relative).describe('The minors this person is guardian of'),
  mobilities: z.array(
    z.object({
      id: z.string(),
      number: z.number().int(),
      role: z.string(),
      status: z.string(),
      flow: z.object({ id: z.string(), name: z.string() }).nullable(),
      departure: z.string().nullable(),
      returnDate: z.string().nullable(),
      country: z.string().nullable(),
      town: z.string().nullable(),
    }),
  ),
})

export const matchItem = z.object({
  id: z.string(),
  kind: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().nullable(),
  email: z.string().nullable(),
  studentNumber: z.string().nullable(),
  by: z.enum(['student-number', 'email', 'name-and-birth-date', 'name']),
  likeness: z.number().describe('How alike the names are, 0 to 1'),
  certain: z.boolean(),
})

export const mergePreview = z.object({
  whyNot: z.string().nullable().describe('Why it is not possible; words in `people:whyNot.<code>`'),
  other: personFields.extend({ id: z.string() }),
  takes: z.array(z.string()).describe('The fields that the kept file takes over, as it does not know them'),
  keeps: z.array(z.string()).describe('The fields in which both differ and the kept file’s own stays'),
  mobilities: z.number().int().describe('Mobilities that would move'),
  guardians: z.number().int().describe('Guardianships that would move'),
})

export const historyItem = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  type: z.string(),
  by: z.string(),
  changes: z.record(z.string(), z.array(z.unknown()).length(2)).nullable(),
  data: z.record(z.string(), z.unknown()).nullable(),
})
