import { z } from 'zod'
import { countryCodes } from '#shared/countries.ts'
import { paperKinds } from './kinds.rules.ts'
import { longestNumber, numberForm } from './numbers.rules.ts'
import { paperSteps, standings } from './standing.rules.ts'

const words = (max: number) => z.string().normalize('NFC').trim().max(max)
const optional = (max: number) => words(max).nullish()
export const country = z.string().refine((code) => countryCodes.includes(code), {
  message: 'Not a country (ISO 3166-1, two capital letters)',
})
export const kind = z.enum(paperKinds)
export const cover = words(60).min(1)
const phone = words(60)
const number = words(longestNumber)
  .min(3)
  .regex(numberForm, 'Letters, digits, spaces, dots, slashes and hyphens')

/** What a participant or the sender enters of a paper. */
export const paperInput = z.object({
  document: z.enum(['passport', 'id-card']).nullish().describe('Of an identity document'),
  number: number.nullish().describe('Absent: as it is; null: forget it'),
  country: country.nullish().describe('Who issued it'),
  validFrom: z.iso.date().nullish(),
  validUntil: z.iso.date().nullish(),
  insurer: optional(200),
  emergencyPhone: phone.nullish().describe('The insurer’s number that answers day and night'),
  covers: z.array(cover).max(30).default([]),
  invitedOn: z.iso.date().nullish().describe('The invitation letter for the visa was sent'),
  appointmentOn: z.iso.date().nullish(),
  appointmentTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullish(),
  appointmentPlace: optional(300),
  note: optional(1000),
})

const shownNeed = z.object({
  kind,
  needed: z.enum(['yes', 'no', 'unknown']),
  reason: z.string(),
  days: z.number().int().nullable().describe('The days that the reason speaks of'),
  certainty: z.enum(['certain', 'unconfirmed', 'entered', 'unknown']),
  source: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredOn: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable().describe('The last day for which it must be valid'),
  due: z.string().nullable(),
  leadWeeks: z.number().int(),
  covers: z.array(z.string()),
})

export const heldPaper = z.object({
  step: z.enum(paperSteps),
  document: z.enum(['passport', 'id-card']).nullable(),
  numberEnding: z.string().nullable().describe('The last characters; null where no number is kept'),
  country: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  insurer: z.string().nullable(),
  emergencyPhone: z.string().nullable(),
  covers: z.array(z.string()),
  invitedOn: z.string().nullable(),
  appointmentOn: z.string().nullable(),
  appointmentTime: z.string().nullable(),
  appointmentPlace: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  seenOn: z.string().nullable(),
  seenBy: z.string().nullable(),
  enteredBy: z.string(),
  hasScan: z.boolean(),
  version: z.number().int(),
})

export const shownPolicy = z.object({
  id: z.string(),
  insurer: z.string(),
  number: z.string().nullable(),
  emergencyPhone: z.string(),
  covers: z.array(z.string()),
  validFrom: z.string(),
  validUntil: z.string(),
})

/** One need with what there is for it, for the sender and the person. */
export const shownPaper = shownNeed.extend({
  standing: z.enum(standings),
  shortBy: z.number().int().nullable().describe('Days by which it ends too early'),
  uncovered: z.array(z.string()),
  paper: heldPaper.nullable(),
  policy: shownPolicy.nullable().describe('The group’s insurance'),
})

const cell = z.object({
  kind,
  standing: z.enum(standings),
  shortBy: z.number().int().nullable(),
  due: z.string().nullable(),
})
export const certificateState = cell

export const paperCounts = z.object({
  missing: z.number().int(),
  toCheck: z.number().int(),
  expiring: z.number().int(),
  unknown: z.number().int(),
})

export const listedPapers = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  minor: z.boolean(),
  flow: z.object({ id: z.string(), name: z.string() }).nullable(),
  country: z.string().nullable(),
  departure: z.string().nullable(),
  return: z.string().nullable(),
  cells: z.array(cell),
  askedOn: z.string().nullable(),
})

export const rowAnswer = z.object({
  mobilityId: z.string(),
  kind: kind.nullable(),
  outcome: z.enum(['done', 'skipped', 'refused']),
  reason: z.string().nullable().describe('Words in papers:whyNot.<reason>'),
})

export const policyInput = z.object({
  insurer: words(200).min(1),
  number: words(60).default(''),
  emergencyPhone: phone.default(''),
  covers: z.array(cover).max(30).default([]),
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
  flowIds: z.array(z.uuid()).max(200).default([]),
  exceptions: z
    .array(z.object({ mobilityId: z.uuid(), reason: words(300).min(1) }))
    .max(1000)
    .default([])
    .describe('People of the flows who are insured otherwise'),
  note: optional(1000),
})

export const policyShape = z.object({
  id: z.string(),
  insurer: z.string(),
  number: z.string(),
  emergencyPhone: z.string(),
  covers: z.array(z.string()),
  validFrom: z.string(),
  validUntil: z.string(),
  flows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      startDate: z.string().nullable(),
      endDate: z.string().nullable(),
      people: z.number().int(),
    }),
  ),
  exceptions: z.array(z.object({ mobilityId: z.string(), participant: z.string(), reason: z.string() })),
  note: z.string().nullable(),
  scan: z.object({ name: z.string(), size: z.number().int(), by: z.string() }).nullable(),
  version: z.number().int(),
})

export const visaRuleInput = z.object({
  freeDays: z
    .number()
    .int()
    .min(0)
    .max(3650)
    .nullable()
    .describe('A stay of at most so many days needs none; 0: always needed; null: never needed'),
  leadWeeks: z.number().int().min(0).max(104).default(12),
  source: words(500).min(3).describe('Who said so: a consulate’s page, a letter'),
})
export const visaRuleShape = visaRuleInput.extend({
  nationality: z.string(),
  country: z.string(),
  leadWeeks: z.number().int(),
  source: z.string(),
  enteredBy: z.string(),
  enteredOn: z.string(),
})

export const settingsInput = z.object({
  covers: z.array(cover).max(30).nullable().describe('Null: the usual ones'),
  identityMargins: z
    .array(
      z.object({
        country: country.nullable().describe('Null: everywhere'),
        days: z.number().int().min(0).max(730),
        source: words(300).min(3),
      }),
    )
    .max(60),
  leadWeeks: z.partialRecord(kind, z.number().int().min(0).max(104)),
})
export const settingsShape = settingsInput.extend({
  usualCovers: z.array(z.string()),
  usualWeeks: z.record(z.string(), z.number().int()),
  version: z.number().int(),
})
