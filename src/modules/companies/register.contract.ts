import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { companyShape } from './companies.shapes.contract.ts'
import { marks } from './ratings.rules.ts'
import { organisationFields, cardFields } from './merger.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const company = organisation.extend({ company: z.uuid() })
const reading = { permission: 'organisation.read' } as const
const editing = { permission: 'partners.manage' } as const
const tag = 'companies'
const mark = z.number().int().min(1).max(5).nullish()
const marksInput = z.object(
  Object.fromEntries(marks.map((key) => [key, mark])) as Record<(typeof marks)[number], typeof mark>,
)
const shownMark = z.number().int().nullable()
const marksShape = z.object(
  Object.fromEntries(marks.map((key) => [key, shownMark])) as Record<
    (typeof marks)[number],
    typeof shownMark
  >,
)
const rating = marksShape.extend({
  id: z.string(),
  average: z.number(),
  note: z.string().nullable(),
  ratedOn: z.string(),
  ratedBy: z.string(),
  version: z.number().int(),
})
const count = z.number().int()
const plain = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const registerContract = endpoints({
  towns: {
    method: 'GET',
    path: '/organisations/:organisation/company-towns',
    summary: 'Towns of the register, those with the most companies first',
    tag,
    audience: reading,
    params: organisation,
    answer: z.object({ items: z.array(z.object({ town: z.string(), count })) }),
  },
  archive: {
    method: 'POST',
    path: '/organisations/:organisation/company-archive',
    summary: 'Archives companies, or brings them back; one answer for each',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({ ids: z.array(z.uuid()).min(1).max(1000), archived: z.boolean() }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          result: z.enum(['done', 'skipped', 'refused']),
          code: z.string().nullable().describe('Why not: not-there, has-trainees'),
        }),
      ),
    }),
  },
  history: {
    method: 'GET',
    path: '/organisations/:organisation/companies/:company/history',
    summary: 'Who was at a company, how it ended, what was reported and how the company was rated',
    tag,
    audience: { permission: 'mobilities.read' },
    params: company,
    query: pageQuery,
    answer: pageOf(
      z.object({
        mobilityId: z.string(),
        number: count,
        participant: z.string(),
        school: z.string(),
        flow: z.string().nullable(),
        departure: z.string().nullable(),
        return: z.string().nullable(),
        status: z.string(),
        reason: z.string().nullable().describe('Why it ended before its time'),
        step: z.string().nullable().describe('Of a placement that came to nothing: refused, withdrawn'),
        problems: z.array(z.object({ kind: z.string(), day: z.string(), open: z.boolean() })),
        rating: rating.nullable(),
      }),
    ).extend({
      summary: z.object({
        trainees: count,
        now: count,
        completed: count,
        early: count,
        fellThrough: count,
        problems: count,
        ratings: count,
        average: z.number().nullable(),
        marks: z.object(
          Object.fromEntries(marks.map((key) => [key, z.number().nullable()])) as Record<
            (typeof marks)[number],
            z.ZodNullable<z.ZodNumber>
          >,
        ),
      }),
    }),
  },
  rate: {
    method: 'PUT',
    path: '/organisations/:organisation/companies/:company/ratings/:mobility',
    summary: 'Rates a company after a mobility, by up to five marks; the card’s rating is their average',
    tag,
    audience: editing,
    params: company.extend({ mobility: z.uuid() }),
    body: marksInput.extend({
      note: z.string().normalize('NFC').trim().max(2000).nullish(),
      version: count.min(0).describe('As read; 0 where there is none yet'),
    }),
    answer: rating,
  },
  removeRating: {
    method: 'DELETE',
    path: '/organisations/:organisation/companies/:company/ratings/:mobility',
    summary: 'Takes a rating back',
    tag,
    audience: editing,
    params: company.extend({ mobility: z.uuid() }),
  },
  previewMerger: {
    method: 'GET',
    path: '/organisations/:organisation/companies/:company/merger',
    summary: 'What it would mean to make another company of the register one with this one',
    tag,
    audience: editing,
    params: company,
    query: z.object({ other: z.uuid() }),
    answer: z.object({
      whyNot: z.string().nullable(),
      other: z.object({ id: z.string(), name: z.string(), town: z.string().nullable() }),
      fields: z.array(
        z.object({
          field: z.enum([...organisationFields, ...cardFields]),
          kept: z.union([plain, z.array(z.string())]),
          other: z.union([plain, z.array(z.string())]),
          take: z.enum(['kept', 'other']).describe('What is proposed: what only one knows is taken from it'),
        }),
      ),
      moves: z.object({
        mobilities: count,
        positions: count,
        placements: count,
        checks: count,
        ratings: count,
        links: count,
      }),
      versions: z.object({ kept: count, other: count }),
    }),
  },
  merge: {
    method: 'POST',
    path: '/organisations/:organisation/companies/:company/merger',
    summary: 'Makes another company one with this one: what hangs on it moves, and it leaves the register',
    tag,
    audience: editing,
    params: company,
    body: z.object({
      other: z.uuid(),
      takeFromOther: z
        .array(z.enum([...organisationFields, ...cardFields]))
        .max(60)
        .default([]),
      versions: z.object({ kept: count, other: count }).describe('Of both cards, as previewed'),
    }),
    answer: companyShape,
  },
})
