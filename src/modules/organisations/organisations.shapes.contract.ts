import { z } from 'zod'
import { languageCodes } from '#shared/languages.ts'
import { duties } from './duties.rules.ts'
import { plainOid } from './oid.rules.ts'
import { partnershipKinds } from './partner-kinds.rules.ts'
import { roles } from './permissions.rules.ts'

export const inOrganisation = z.object({ organisation: z.uuid() })
/** A yes or no in a query. */
export const yesNo = z.enum(['true', 'false']).transform((word) => word === 'true')
/** A filter that may be repeated in the query. */
export const oneOrMany = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).max(100),
  )

export const language = z.enum(languageCodes)
export const role = z.enum(roles)
export const duty = z.enum(duties)
export const partnershipKind = z.enum(partnershipKinds)
export const organisationKinds = ['sending', 'hosting', 'company'] as const

export const text = (max: number) => z.string().normalize('NFC').trim().max(max)
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)')
export const email = z.email().max(254)
export const oid = z
  .string()
  .max(40)
  .overwrite(plainOid)
  .regex(/^E\d{8}$/, 'An OID is E and eight digits')

/** A text that may be taken away again: empty or null means none. */
export const optionalText = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .optional()
const website = z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ }).max(500)])

/** How to find and reach an organisation; shared by one's own and by partners that have nobody here yet. */
export const reach = {
  shortName: optionalText(60),
  oid: z
    .union([z.literal('').transform(() => null), oid])
    .nullable()
    .optional(),
  erasmusCode: optionalText(40),
  country: countryCode.nullable().optional(),
  town: optionalText(200),
  address: optionalText(500),
  email: z
    .union([z.literal('').transform(() => null), email])
    .nullable()
    .optional(),
  phone: optionalText(50),
  website: website.nullable().optional(),
}

/** What a new organisation says of itself. */
export const newOrganisation = z.object({
  name: text(300).min(1),
  kind: z.enum(organisationKinds),
  country: countryCode,
  town: text(200).min(1),
  oid: z.union([z.literal('').transform(() => null), oid]).nullish(),
})

/** The fields of an organisation as they are shown. */
export const shownReach = {
  name: z.string(),
  shortName: z.string().nullable(),
  oid: z.string().nullable(),
  erasmusCode: z.string().nullable(),
  country: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
}
