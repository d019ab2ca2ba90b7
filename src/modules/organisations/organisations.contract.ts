import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import {
  countryCode,
  email,
  inOrganisation,
  language,
  newOrganisation,
  organisationKinds,
  reach,
  shownReach,
  text,
} from './organisations.shapes.contract.ts'

const tag = 'organisations'
const founded = z.object({ organisationId: z.string() })

const organisationAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  portal: z.enum(['sending', 'hosting', 'company']),
  ...shownReach,
  language,
  timeZone: z.string(),
  version: z.number().int(),
})

export const organisationsContract = endpoints({
  setUp: {
    method: 'POST',
    path: '/set-up',
    summary: 'Sets up the first organisation and its first administrator; possible once',
    tag,
    audience: 'anyone',
    body: z.object({
      organisation: newOrganisation,
      person: z.object({
        name: text(200).min(1),
        email,
        password: z.string().max(500),
        language,
      }),
    }),
    answer: founded,
    status: 201,
  },
  suggestInstitutions: {
    method: 'GET',
    path: '/institutions',
    summary:
      'Institutions of the published Erasmus list whose name, town or code holds all the words asked for',
    tag,
    audience: 'anyone',
    query: z.object({
      q: z.string().max(200),
      country: countryCode.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
    answer: z.object({
      items: z.array(
        z.object({ erasmusCode: z.string(), name: z.string(), country: z.string(), town: z.string() }),
      ),
      source: z.string(),
    }),
  },
  listOrganisations: {
    method: 'GET',
    path: '/organisations',
    summary: 'The organisations in which the caller has a membership, by name',
    tag,
    audience: 'person',
    query: pageQuery,
    answer: pageOf(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        country: z.string().nullable(),
        town: z.string().nullable(),
        oid: z.string().nullable(),
        roles: z.array(z.string()),
        portal: z.enum(['sending', 'hosting', 'company']),
      }),
    ),
  },
  foundOrganisation: {
    method: 'POST',
    path: '/organisations',
    summary: 'Founds another organisation; the caller becomes its administrator',
    tag,
    audience: 'person',
    body: newOrganisation,
    answer: founded,
    status: 201,
  },
  readOrganisation: {
    method: 'GET',
    path: '/organisations/:organisation',
    summary: 'The organisation itself',
    tag,
    audience: { permission: 'organisation.read' },
    params: inOrganisation,
    answer: organisationAnswer,
  },
  editOrganisation: {
    method: 'PATCH',
    path: '/organisations/:organisation',
    summary: 'Changes fields of the organisation; edits of different fields merge',
    tag,
    audience: { permission: 'organisation.manage' },
    params: inOrganisation,
    body: z.object({
      name: text(300).min(1).optional(),
      kind: z.enum(organisationKinds).optional(),
      ...reach,
      language: language.optional(),
      timeZone: z.string().max(60).optional(),
    }),
    answer: organisationAnswer,
    versioned: true,
  },
})
