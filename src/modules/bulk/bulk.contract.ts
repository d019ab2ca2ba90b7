import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { languageLevel } from '#modules/companies/companies.shapes.contract.ts'
import { profileField } from '#modules/matching/profiles.contract.ts'
import { mobilityFilters } from '#modules/mobilities/mobilities.shapes.contract.ts'
import { partyRoles } from '#modules/mobilities/party-roles.rules.ts'
import { statuses } from '#modules/mobilities/statuses.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const bulk = organisation.extend({ bulk: z.uuid() })

/** Which mobilities: named ones, or all that match filters (less some left out by hand). */
export const selection = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(10_000) }),
  z.object({ filters: mobilityFilters, without: z.array(z.uuid()).max(1000).default([]) }),
])

/** What can be done to many mobilities at once. */
export const bulkInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assign-flow'),
    flowId: z.uuid().nullable(),
    takeDates: z.boolean().default(true),
  }),
  z.object({ kind: z.literal('set-dates'), departure: z.iso.date(), return: z.iso.date() }),
  z.object({ kind: z.literal('set-host'), hostingId: z.uuid().nullable() }),
  z.object({
    kind: z.literal('set-grant'),
    green: z.boolean().nullable().optional().describe('Null takes the answer back; so for the others'),
    fewerOpportunities: z.boolean().nullable().optional(),
    travelDays: z.number().int().min(0).max(60).nullable().optional(),
    noOrganisationalSupport: z.boolean().nullable().optional(),
  }),
  z.object({
    kind: z.literal('set-profile'),
    field: profileField.nullable().optional().describe('What is absent stays as it is'),
    mostKilometres: z.number().int().min(0).max(1000).nullable().optional(),
    languages: z.array(languageLevel).max(5).optional().describe('Added, or their level changed'),
  }),
  z.object({
    kind: z.literal('add-task'),
    title: z.string().trim().min(1).max(200),
    owner: z.enum(partyRoles),
    anchor: z.enum(['departure', 'return']),
    offsetDays: z.number().int().min(-730).max(730),
  }),
  z.object({
    kind: z.literal('change-status'),
    to: z.enum(statuses),
    reason: z.string().trim().max(1000).optional(),
    day: z.iso.date().optional(),
    override: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('give-pack'),
    anyway: z.boolean().default(false).describe('Also those that something is missing for'),
  }),
  z.object({
    kind: z.literal('message'),
    to: z.array(z.enum(partyRoles)).min(1),
    subject: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(10_000),
  }),
])

export const bulkState = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'finished', 'failed', 'cancelled']),
  total: z.number().int(),
  done: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
  canUndo: z.boolean(),
  undoOf: z.string().nullable(),
  undoneBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})

export const bulkContract = endpoints({
  preview: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/bulk/preview',
    summary:
      'Says what an action would do to how many mobilities, and why not to the others, without doing it',
    tag: 'bulk',
    audience: { permission: 'mobilities.edit' },
    params: organisation,
    body: z.object({ selection, action: bulkInput }),
    answer: z.object({
      total: z.number().int(),
      done: z.number().int(),
      skipped: z.number().int(),
      refused: z.array(
        z.object({
          code: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
          count: z.number().int(),
          example: z.string(),
        }),
      ),
    }),
  },
  start: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/bulk',
    summary: 'Does something to many mobilities; up to 50 at once, more as a job whose progress can be read',
    tag: 'bulk',
    audience: { permission: 'mobilities.edit' },
    params: organisation,
    body: z.object({ selection, action: bulkInput }),
    answer: bulkState,
    status: 202,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/bulk/:bulk',
    summary: 'How far an action on many mobilities is',
    tag: 'bulk',
    audience: { permission: 'mobilities.read' },
    params: bulk,
    answer: bulkState,
  },
  results: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/bulk/:bulk/results',
    summary: 'The answer for each mobility, refused ones first',
    tag: 'bulk',
    audience: { permission: 'mobilities.read' },
    params: bulk,
    query: pageQuery.extend({ outcome: z.enum(['done', 'skipped', 'refused']).optional() }),
    answer: pageOf(
      z.object({
        mobilityId: z.string(),
        number: z.number().int(),
        participant: z.string(),
        outcome: z.enum(['done', 'skipped', 'refused']),
        reason: z
          .object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
          .nullable(),
      }),
    ),
  },
  undo: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/bulk/:bulk/undo',
    summary: 'Takes an action back for every mobility that nobody has changed since',
    tag: 'bulk',
    audience: { permission: 'mobilities.edit' },
    params: bulk,
    answer: bulkState,
    status: 202,
  },
})
