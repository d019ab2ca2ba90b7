import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { partyRoles } from './party-roles.rules.ts'
import { statuses } from './statuses.rules.ts'
import {
  contactShape,
  eventShape,
  mobilityEdit,
  mobilityFilters,
  mobilityListQuery,
  mobilityRecord,
  mobilityRow,
} from './mobilities.shapes.contract.ts'

const organisation = z.object({ organisation: z.uuid() })
const mobility = organisation.extend({ mobility: z.uuid() })
const counted = z.array(
  z.object({ value: z.string(), label: z.string().nullable(), count: z.number().int() }),
)

export const mobilitiesContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities',
    summary: 'The mobilities in which the organisation has a part',
    tag: 'mobilities',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    query: mobilityListQuery,
    answer: pageOf(mobilityRow),
  },
  counts: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/counts',
    summary:
      'How many mobilities there are by status, country, flow and turn, with the same filters as the list',
    tag: 'mobilities',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    query: mobilityFilters.extend({
      by: z
        .preprocess(
          (value) => (value === undefined || Array.isArray(value) ? value : [value]),
          z.array(z.enum(['status', 'country', 'flow', 'turn', 'partner'])).optional(),
        )
        .describe('Only these; all unless told'),
    }),
    answer: z.object({
      total: z.number().int(),
      status: counted,
      country: counted,
      flow: counted,
      turn: counted,
      partner: counted.describe('Hosts for a sender, senders for a host'),
    }),
  },
  create: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities',
    summary: 'Adds one mobility for a known person or a new one',
    tag: 'mobilities',
    audience: { permission: 'mobilities.edit' },
    params: organisation,
    body: mobilityEdit.extend({
      activityType: z.string().max(40),
      personId: z.uuid().optional(),
      person: z
        .object({
          givenName: z.string().trim().min(1).max(100),
          familyName: z.string().trim().min(1).max(100),
          email: z.email().max(254).nullish(),
          birthDate: z.iso.date().nullish(),
        })
        .optional()
        .describe('A new person, where `personId` names none'),
    }),
    answer: mobilityRecord,
    status: 201,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility',
    summary:
      'One mobility with its parties, contacts, possible changes and facts, as the organisation may see it',
    tag: 'mobilities',
    audience: { permission: 'mobilities.read' },
    params: mobility,
    answer: mobilityRecord,
  },
  edit: {
    method: 'PATCH',
    path: '/organisations/:organisation/mobilities/:mobility',
    summary: 'Changes fields of a mobility; only what is sent is changed',
    tag: 'mobilities',
    audience: { permission: 'mobilities.edit' },
    params: mobility,
    body: mobilityEdit,
    answer: mobilityRecord,
    versioned: true,
  },
  changeStatus: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/status',
    summary: 'Moves a mobility to another status, with reason and day where the change needs them',
    tag: 'mobilities',
    audience: { permission: 'mobilities.edit' },
    params: mobility,
    body: z.object({
      to: z.enum(statuses),
      reason: z.string().trim().max(1000).optional(),
      day: z.iso.date().optional(),
      override: z.boolean().optional().describe('Sets an overridable condition aside; needs a reason'),
    }),
    answer: mobilityRecord,
  },
  setContact: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/contacts/:role/:duty',
    summary:
      "Names a contact of a party for one mobility: the host's mentor, the arrival contact, the company's tutor",
    tag: 'mobilities',
    audience: { permission: 'tasks.complete' },
    params: mobility.extend({ role: z.enum(partyRoles), duty: z.string().max(40) }),
    body: z.object({
      name: z.string().trim().max(200).describe('Empty takes the contact away'),
      email: z.email().max(254).nullish(),
      phone: z.string().trim().max(50).nullish(),
    }),
    answer: z.object({ items: z.array(contactShape) }),
  },
  proposeCompany: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/company',
    summary: 'Proposes a company for the work placement: a known organisation or a new plain party',
    tag: 'mobilities',
    audience: { permission: 'mobilities.edit' },
    params: mobility,
    body: z.object({
      companyId: z.uuid().optional(),
      name: z.string().trim().min(1).max(200).optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullish(),
      town: z.string().trim().max(200).nullish(),
      note: z.string().trim().max(1000).nullish(),
      workingHours: z.string().trim().max(300).nullish(),
      workplaceAddress: z.string().trim().max(500).nullish(),
    }),
    answer: mobilityRecord,
  },
  recordFact: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/facts/:fact',
    summary: 'Records by hand that a fact is true',
    tag: 'mobilities',
    audience: { permission: 'tasks.complete' },
    params: mobility.extend({ fact: z.string().max(60) }),
    body: z.object({ note: z.string().trim().max(1000).optional() }),
    answer: mobilityRecord,
  },
  withdrawFact: {
    method: 'DELETE',
    path: '/organisations/:organisation/mobilities/:mobility/facts/:fact',
    summary: 'Takes back a fact that was recorded by hand',
    tag: 'mobilities',
    audience: { permission: 'tasks.complete' },
    params: mobility.extend({ fact: z.string().max(60) }),
    answer: mobilityRecord,
  },
  reportProblem: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/problems',
    summary: 'Reports a problem; sending and hosting staff see it at once',
    tag: 'mobilities',
    audience: { permission: 'tasks.complete' },
    params: mobility,
    body: z.object({ kind: z.string().max(40), text: z.string().trim().min(1).max(4000) }),
    status: 201,
    answer: z.object({ id: z.string() }),
  },
  events: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/events',
    summary: 'What happened to a mobility, newest first; `field` narrows to the history of one field',
    tag: 'mobilities',
    audience: { permission: 'mobilities.read' },
    params: mobility,
    query: pageQuery.extend({ field: z.string().max(60).optional() }),
    answer: pageOf(eventShape),
  },
  organisationEvents: {
    method: 'GET',
    path: '/organisations/:organisation/events',
    summary: "The organisation's journal, newest first",
    tag: 'mobilities',
    audience: { permission: 'organisation.manage' },
    params: organisation,
    query: pageQuery,
    answer: pageOf(eventShape),
  },
  export: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/export',
    summary: 'The filtered mobilities as a CSV or XLSX file; no cell starts a formula',
    tag: 'mobilities',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    query: mobilityFilters.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
    answer: z.string(),
    carries: 'bytes',
  },
  search: {
    method: 'GET',
    path: '/organisations/:organisation/search',
    summary: 'Finds people, mobilities, flows, projects and partners by part of a name',
    tag: 'mobilities',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    answer: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['mobility', 'person', 'flow', 'project', 'partner']),
          id: z.string(),
          name: z.string(),
          detail: z.string().nullable(),
        }),
      ),
    }),
  },
})
