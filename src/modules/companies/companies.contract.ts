import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { registerSorts } from './register-sorts.rules.ts'
import {
  cardInput,
  checkInput,
  checkKind,
  companyShape,
  freePlaces,
  newCompany,
  positionInput,
  positionShape,
} from './companies.shapes.contract.ts'

const organisation = z.object({ organisation: z.uuid() })
const company = organisation.extend({ company: z.uuid() })
const position = organisation.extend({ position: z.uuid() })
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true')
const reading = { permission: 'organisation.read' } as const
const editing = { permission: 'partners.manage' } as const

export const companiesContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/companies',
    summary: 'The organisation’s register of companies, by name',
    tag: 'companies',
    audience: reading,
    params: organisation,
    query: pageQuery.extend({
      q: z.string().max(200).optional(),
      country: z.string().length(2).optional(),
      field: z
        .string()
        .regex(/^\d{2,4}$/)
        .optional()
        .describe('ISCED-F 2013, the beginning is enough; of the company or of one of its positions'),
      town: z.string().max(200).optional(),
      failing: flag.describe('Only those of whom a required check does not hold today'),
      free: flag.describe('Only those with a free place today or later'),
      archived: flag.describe('The archived ones instead'),
      sort: z.enum(registerSorts).default('name'),
    }),
    answer: pageOf(
      z.object({
        id: z.string(),
        name: z.string(),
        town: z.string().nullable(),
        country: z.string().nullable(),
        email: z.string().nullable(),
        field: z.string().nullable(),
        employees: z.number().int().nullable(),
        rating: z.number().nullable().describe('1 to 5: average of the ratings, else as the card says'),
        ratings: z.number().int(),
        lastVisit: z.string().nullable(),
        ...freePlaces,
        failing: z.array(z.string()).describe('Required checks that are missing, failed or expired today'),
      }),
    ),
  },
  add: {
    method: 'POST',
    path: '/organisations/:organisation/companies',
    summary: 'Writes a company down: the partner and what is known of it; only the name is needed',
    tag: 'companies',
    audience: editing,
    params: organisation,
    body: newCompany,
    answer: companyShape,
    status: 201,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/companies/:company',
    summary: 'One company of the register: card, checks, sites, tutors',
    tag: 'companies',
    audience: reading,
    params: company,
    answer: companyShape,
  },
  saveCard: {
    method: 'PUT',
    path: '/organisations/:organisation/companies/:company',
    summary: 'Saves what the organisation knows about a company',
    tag: 'companies',
    audience: editing,
    params: company,
    body: cardInput.extend({
      version: z.number().int().min(0).describe('As read; 0 where there is no card yet'),
    }),
    answer: companyShape,
  },
  saveCheck: {
    method: 'PUT',
    path: '/organisations/:organisation/companies/:company/checks/:check',
    summary:
      'Writes down that something was checked, with its proof and until when it holds; null takes it back',
    tag: 'companies',
    audience: editing,
    params: company.extend({ check: z.string().min(1).max(60) }),
    body: z.object({ check: checkInput.nullable() }),
    answer: companyShape,
  },
  readChecks: {
    method: 'GET',
    path: '/organisations/:organisation/company-checks',
    summary: 'What the organisation checks at companies',
    tag: 'companies',
    audience: reading,
    params: organisation,
    answer: z.object({ checks: z.array(checkKind), own: z.boolean(), version: z.number().int() }),
  },
  setChecks: {
    method: 'PUT',
    path: '/organisations/:organisation/company-checks',
    summary: 'Sets what the organisation checks at companies; an empty list goes back to the usual one',
    tag: 'companies',
    audience: editing,
    params: organisation,
    body: z.object({ checks: z.array(checkKind).max(60), version: z.number().int().min(0) }),
    answer: z.object({ checks: z.array(checkKind), own: z.boolean(), version: z.number().int() }),
  },
  listPositions: {
    method: 'GET',
    path: '/organisations/:organisation/positions',
    summary: 'Positions that companies offer, by title',
    tag: 'positions',
    audience: reading,
    params: organisation,
    query: pageQuery.extend({
      q: z.string().max(200).optional(),
      company: z.uuid().optional(),
      on: z.iso.date().optional().describe('Only those that are open on this day'),
    }),
    answer: pageOf(positionShape),
  },
  readPosition: {
    method: 'GET',
    path: '/organisations/:organisation/positions/:position',
    summary: 'One position',
    tag: 'positions',
    audience: reading,
    params: position,
    answer: positionShape,
  },
  addPosition: {
    method: 'POST',
    path: '/organisations/:organisation/positions',
    summary: 'Adds a position at a company',
    tag: 'positions',
    audience: editing,
    params: organisation,
    body: positionInput.extend({ companyId: z.uuid() }),
    answer: positionShape,
    status: 201,
  },
  savePosition: {
    method: 'PUT',
    path: '/organisations/:organisation/positions/:position',
    summary: 'Saves a position',
    tag: 'positions',
    audience: editing,
    params: position,
    body: positionInput.extend({ version: z.number().int(), archived: z.boolean().default(false) }),
    answer: positionShape,
  },
})
