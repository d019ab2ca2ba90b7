import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { languageCodes } from '#shared/languages.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { answerStates } from './availability.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const ask = organisation.extend({ ask: z.uuid() })
const reading = { permission: 'organisation.read' } as const
const editing = { permission: 'partners.manage' } as const
const tag = 'availability'
const count = z.number().int()
const words = (max: number) => z.string().normalize('NFC').trim().max(max).nullish()
const day = z.string().nullable()

const answerInput = z.object({
  places: count.min(0).max(1000).describe('0: none this time'),
  title: words(200),
  tasks: words(4000),
  workingHours: words(200),
  note: words(2000),
})

const askItem = z.object({
  id: z.string(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  answerBy: day,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  companies: count,
  answered: count,
  open: count,
  places: count,
})

const sameWork = z.object({
  positionId: z.string(),
  title: z.string(),
  startsOn: day,
  endsOn: day,
  places: count,
})

const answerRow = z.object({
  companyId: z.string(),
  company: z.string(),
  town: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(answerStates),
  askedAt: z.string().nullable(),
  remindedAt: z.string().nullable(),
  reminders: count,
  places: count.nullable(),
  title: z.string().nullable(),
  tasks: z.string().nullable(),
  workingHours: z.string().nullable(),
  note: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  positionId: z.string().nullable(),
  there: z
    .array(sameWork)
    .describe(
      'Open positions of the company in this period, of the same title or field: perhaps the answer speaks of one of them',
    ),
})

const perCompany = z.object({
  items: z.array(
    z.object({
      companyId: z.string(),
      company: z.string(),
      result: z.enum(['done', 'skipped', 'refused']),
      code: z.string().nullable(),
    }),
  ),
})

export const availabilityContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/availability-asks',
    summary: 'What companies were asked about their places, the latest first',
    tag,
    audience: reading,
    params: organisation,
    query: pageQuery,
    answer: pageOf(askItem),
  },
  ask: {
    method: 'POST',
    path: '/organisations/:organisation/availability-asks',
    summary: 'Asks companies how many places they have in a period; each gets its personal link by mail',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({
      name: z.string().normalize('NFC').trim().min(1).max(200),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      answerBy: z.iso.date().nullish(),
      message: words(2000),
      language: z.enum(languageCodes).default('en'),
      companyIds: z.array(z.uuid()).min(1).max(2000),
    }),
    answer: z.object({ id: z.string() }).extend(perCompany.shape),
    status: 201,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/availability-asks/:ask',
    summary: 'One question with each company’s answer',
    tag,
    audience: reading,
    params: ask,
    answer: askItem.extend({ message: z.string().nullable(), answers: z.array(answerRow) }),
  },
  remind: {
    method: 'POST',
    path: '/organisations/:organisation/availability-asks/:ask/reminders',
    summary: 'Asks those again who have not answered; one answer for each',
    tag,
    audience: editing,
    params: ask,
    body: z.object({ companyIds: z.array(z.uuid()).min(1).max(2000) }),
    answer: perCompany,
  },
  write: {
    method: 'PUT',
    path: '/organisations/:organisation/availability-asks/:ask/companies/:company',
    summary: 'Writes down what a company said on the phone',
    tag,
    audience: editing,
    params: ask.extend({ company: z.uuid() }),
    body: answerInput,
    answer: answerRow,
  },
  toPositions: {
    method: 'POST',
    path: '/organisations/:organisation/availability-asks/:ask/positions',
    summary:
      'Makes positions of answers, or gives their places to positions that are there; one answer for each, and none becomes two',
    tag,
    audience: editing,
    params: ask,
    body: z.object({
      companyIds: z.array(z.uuid()).min(1).max(2000),
      chosen: z
        .array(
          z.object({
            companyId: z.uuid(),
            positionId: z.uuid().nullable().describe('That gets the places; null: one more is made'),
          }),
        )
        .max(2000)
        .default([])
        .describe('Needed of companies that may have the position already; else their answers are skipped'),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          companyId: z.string(),
          company: z.string(),
          result: z.enum(['made', 'updated', 'skipped']),
          code: z.string().nullable(),
          positionId: z.string().nullable(),
        }),
      ),
    }),
  },
  own: {
    method: 'GET',
    path: '/tutor/availability',
    summary: 'What the company is asked about its places',
    tag,
    audience: 'tutor-link',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          asker: z.string(),
          name: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
          answerBy: day,
          message: z.string().nullable(),
          answered: z.boolean(),
          places: count.nullable(),
          title: z.string().nullable(),
          tasks: z.string().nullable(),
          workingHours: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
  },
  answer: {
    method: 'PUT',
    path: '/tutor/availability/:ask',
    summary: 'The company says how many places it has, or none',
    tag,
    audience: 'tutor-link',
    params: z.object({ ask: z.uuid() }),
    body: answerInput,
  },
})
