import { z } from 'zod'
import { reach } from '#modules/organisations/organisations.shapes.contract.ts'
import { paperKeys } from './papers.rules.ts'

const words = (max: number) => z.string().normalize('NFC').trim().max(max)
const optional = (max: number) => words(max).nullish()
const field = z
  .string()
  .regex(/^\d{2,4}$/)
  .nullish()
  .describe('ISCED-F 2013, two to four digits')
const language = z.string().regex(/^[a-z]{2,3}$/)

/** Levels of the Common European Framework of Reference for Languages. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export const languageLevel = z.object({ code: language, level: z.enum(languageLevels) })

const site = z.object({
  name: words(200).min(1),
  address: words(300).default(''),
  town: words(200).default(''),
})
const tutor = z.object({
  name: words(200).min(1),
  email: z.union([z.literal(''), z.email()]).default(''),
  phone: words(60).default(''),
})

export const cardInput = z.object({
  field,
  occupations: z.array(words(200).min(1)).max(20).default([]).describe('ESCO occupations'),
  employees: z.number().int().min(0).max(1_000_000).nullish(),
  languages: z.array(language).max(20).default([]),
  minimumAge: z.number().int().min(0).max(99).nullish(),
  accessible: z.boolean().nullish().describe('Reached and used in a wheelchair; null: not known'),
  protectiveEquipment: optional(500),
  canteen: z.boolean().nullish(),
  insurance: optional(500),
  contractUntil: z.iso.date().nullish(),
  lastVisit: z.iso.date().nullish(),
  mostTrainees: z.number().int().min(0).max(10_000).nullish().describe('At once, whoever sends them'),
  employeesPerTrainee: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullish()
    .describe('One trainee at once for so many employees; null: no such limit'),
  restDays: z.number().int().min(0).max(365).default(0).describe('Days without trainees between groups'),
  rating: z.number().int().min(1).max(5).nullish(),
  sites: z.array(site).max(30).default([]),
  tutors: z.array(tutor).max(30).default([]),
  note: optional(4000),
})

export const checkKind = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: words(200).min(1).nullable(),
  required: z.boolean(),
  months: z.number().int().min(1).max(240).nullable(),
})

export const checkInput = z.object({
  state: z.enum(['passed', 'failed', 'not-needed']),
  checkedOn: z.iso.date(),
  validUntil: z.iso.date().nullish(),
  fileId: z.uuid().nullish().describe('Proof'),
  note: optional(1000),
})

const shownCheck = checkKind.extend({
  standing: z.enum(['passed', 'failed', 'expired', 'missing', 'not-needed']),
  checkedOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  fileId: z.string().nullable(),
  note: z.string().nullable(),
  checkedBy: z.string().nullable(),
})

const counted = { places: z.number().int(), free: z.number().int() }
/** Free places never stand alone: they count for a day, or for a time. */
export const freePlaces = {
  positions: z.number().int().describe('That are open today or later'),
  today: z.object(counted).nullable().describe('Of those that are open today; null: none is'),
  later: z
    .object({ ...counted, from: z.string(), until: z.string().nullable() })
    .nullable()
    .describe('From the day on which the next one begins, free throughout; null: none begins later'),
}

/** What is written down of a company that nobody knew before; only its name is needed. */
export const newCompany = z.object({
  name: words(300).min(1),
  country: reach.country,
  town: reach.town,
  address: reach.address,
  email: reach.email,
  phone: reach.phone,
  field,
  employees: cardInput.shape.employees,
  tutors: cardInput.shape.tutors,
})

export const companyShape = z.object({
  id: z.string(),
  name: z.string(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  card: z.object({
    field: z.string().nullable(),
    occupations: z.array(z.string()),
    employees: z.number().int().nullable(),
    languages: z.array(z.string()),
    minimumAge: z.number().int().nullable(),
    accessible: z.boolean().nullable(),
    protectiveEquipment: z.string().nullable(),
    canteen: z.boolean().nullable(),
    insurance: z.string().nullable(),
    contractUntil: z.string().nullable(),
    lastVisit: z.string().nullable(),
    mostTrainees: z.number().int().nullable(),
    employeesPerTrainee: z.number().int().nullable(),
    restDays: z.number().int(),
    rating: z.number().int().nullable(),
    sites: z.array(site),
    tutors: z.array(tutor),
    note: z.string().nullable(),
  }),
  checks: z.array(shownCheck),
  archived: z.boolean(),
  ratings: z
    .object({ average: z.number().nullable(), count: z.number().int() })
    .describe('What people of the organisation said after mobilities; else the card’s own rating counts'),
  freePlaces: z.object(freePlaces),
  version: z.number().int(),
})

export const positionInput = z.object({
  title: words(200).min(1),
  tasks: optional(4000),
  field,
  occupation: optional(200),
  startsOn: z.iso.date().nullish(),
  endsOn: z.iso.date().nullish(),
  places: z.number().int().min(1).max(1000).describe('At the same time'),
  weeklyHours: z.number().min(0).max(60).multipleOf(0.5).nullish(),
  workingHours: optional(200),
  languages: z.array(languageLevel).max(10).default([]).describe('Any one of these is enough'),
  minimumAge: z.number().int().min(0).max(99).nullish(),
  accessible: z.boolean().nullish(),
  skills: z.array(words(200).min(1)).max(30).default([]).describe('ESCO skills that are wanted'),
  papers: z.array(z.enum(paperKeys)).max(10).default([]).describe('What the trainee must show first'),
  mostPerSchool: z.number().int().min(1).max(1000).nullish(),
  site: optional(200),
  tutor: optional(200),
  note: optional(4000),
})

export const positionShape = z.object({
  id: z.string(),
  companyId: z.string(),
  company: z.string(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  title: z.string(),
  tasks: z.string().nullable(),
  field: z.string().nullable(),
  occupation: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  places: z.number().int(),
  taken: z.number().int().describe('Placements at it that are not over, refused or withdrawn'),
  weeklyHours: z.number().nullable(),
  workingHours: z.string().nullable(),
  languages: z.array(languageLevel),
  minimumAge: z.number().int().nullable(),
  accessible: z.boolean().nullable(),
  skills: z.array(z.string()),
  papers: z.array(z.string()),
  mostPerSchool: z.number().int().nullable(),
  site: z.string().nullable(),
  tutor: z.string().nullable(),
  note: z.string().nullable(),
  archived: z.boolean(),
  version: z.number().int(),
})
