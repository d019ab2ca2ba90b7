import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import * as shapes from './papers.shapes.contract.ts'

const organisation = z.object({ organisation: z.uuid() })
const mobility = organisation.extend({ mobility: z.uuid() })
const paper = mobility.extend({ paper: shapes.kind })
const reading = { permission: 'papers.read' } as const
const editing = { permission: 'papers.edit' } as const
const tag = 'papers'

export const paperFilters = ['missing', 'to-check', 'expiring', 'unknown'] as const

/** The papers of one mobility, as much of them as the asking party needs. */
const recordPapers = z.object({
  view: z
    .enum(['sender', 'host', 'company'])
    .describe('A host sees whether all is in order, a company what it demanded itself'),
  papers: z.array(shapes.shownPaper),
  inOrder: z.boolean().nullable(),
  insurance: z
    .object({
      insurer: z.string(),
      emergencyPhone: z.string(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
    })
    .nullable(),
  certificates: z.array(shapes.certificateState),
  askedOn: z.string().nullable(),
  nationality: z.string().nullable(),
  country: z.string().nullable(),
  mayEdit: z.boolean(),
})

export const papersContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/papers',
    summary: 'How the papers of the own participants stand, those who leave first first',
    tag,
    audience: reading,
    params: organisation,
    query: pageQuery.extend({
      flow: z.uuid().optional(),
      filter: z.enum(paperFilters).optional(),
      when: z.enum(['ahead', 'abroad']).optional().describe('Those who leave, or those who are away'),
      q: z.string().max(200).optional(),
    }),
    answer: pageOf(shapes.listedPapers).extend({
      people: z.number().int().describe('Of the flow or all, whatever the filter'),
      counts: shapes.paperCounts.describe('People with at least one such paper'),
    }),
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/papers',
    summary: 'What a participant needs for a stay, why, and what there is; each party its slice',
    tag,
    audience: reading,
    params: mobility,
    answer: recordPapers,
  },
  save: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/papers/:paper',
    summary: 'Enters a paper for a participant',
    tag,
    audience: editing,
    params: paper,
    body: shapes.paperInput.extend({
      checked: z.boolean().default(false).describe('One has the paper before one’s eyes'),
      version: z.number().int().min(0).describe('As read; 0 where there is none yet'),
    }),
    answer: recordPapers,
  },
  remove: {
    method: 'DELETE',
    path: '/organisations/:organisation/mobilities/:mobility/papers/:paper',
    summary: 'Forgets a paper, with number and scan',
    tag,
    audience: editing,
    params: paper,
  },
  check: {
    method: 'POST',
    path: '/organisations/:organisation/papers/steps',
    summary:
      'Checks papers off, sends them back, says that they are not needed, or takes that back; one answer each',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({
      items: z
        .array(z.object({ mobilityId: z.uuid(), kind: shapes.kind }))
        .min(1)
        .max(2000),
      step: z.enum(['checked', 'sent-back', 'not-needed', 'handed-in']),
      reason: z.string().normalize('NFC').trim().max(500).optional(),
    }),
    answer: z.object({ items: z.array(shapes.rowAnswer) }),
  },
  showNumber: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/papers/:paper/number',
    summary: 'Shows the whole number of a paper; who asked for it is written in the journal',
    tag,
    audience: editing,
    params: paper,
    answer: z.object({ number: z.string() }),
  },
  bringScan: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/papers/:paper/scan',
    summary: 'Keeps a picture or PDF of a paper; seeing it is enough, and better',
    tag,
    audience: editing,
    params: paper,
    carries: 'upload',
    answer: z.object({ name: z.string(), size: z.number().int() }),
    status: 201,
  },
  showScan: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/papers/:paper/scan/view',
    summary: 'The picture or PDF of a paper; who asked for it is written in the journal',
    tag,
    audience: editing,
    params: paper,
    carries: 'bytes',
  },
  removeScan: {
    method: 'DELETE',
    path: '/organisations/:organisation/mobilities/:mobility/papers/:paper/scan',
    summary: 'Forgets the picture of a paper',
    tag,
    audience: editing,
    params: paper,
  },
  ask: {
    method: 'POST',
    path: '/organisations/:organisation/papers/reminders',
    summary: 'Asks those who miss something, one mail each, in their language',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({ mobilityIds: z.array(z.uuid()).min(1).max(2000) }),
    answer: z.object({ items: z.array(shapes.rowAnswer) }),
  },
  listPolicies: {
    method: 'GET',
    path: '/organisations/:organisation/group-policies',
    summary: 'Insurances for all people of some flows, those that end last first',
    tag,
    audience: reading,
    params: organisation,
    query: pageQuery,
    answer: pageOf(shapes.policyShape),
  },
  addPolicy: {
    method: 'POST',
    path: '/organisations/:organisation/group-policies',
    summary: 'Adds an insurance for all people of some flows',
    tag,
    audience: editing,
    params: organisation,
    body: shapes.policyInput,
    answer: shapes.policyShape,
    status: 201,
  },
  savePolicy: {
    method: 'PUT',
    path: '/organisations/:organisation/group-policies/:policy',
    summary: 'Changes an insurance of a group, its flows and exceptions',
    tag,
    audience: editing,
    params: organisation.extend({ policy: z.uuid() }),
    body: shapes.policyInput.extend({ version: z.number().int() }),
    answer: shapes.policyShape,
  },
  endPolicy: {
    method: 'DELETE',
    path: '/organisations/:organisation/group-policies/:policy',
    summary: 'Ends an insurance of a group: it covers nobody any more',
    tag,
    audience: editing,
    params: organisation.extend({ policy: z.uuid() }),
  },
  bringPolicyScan: {
    method: 'POST',
    path: '/organisations/:organisation/group-policies/:policy/scan',
    summary: 'Keeps the policy of a group as a picture or PDF, in place of the one before',
    tag,
    audience: editing,
    params: organisation.extend({ policy: z.uuid() }),
    carries: 'upload',
    answer: z.object({ name: z.string(), size: z.number().int() }),
    status: 201,
  },
  showPolicyScan: {
    method: 'GET',
    path: '/organisations/:organisation/group-policies/:policy/scan',
    summary: 'The policy of a group as it was brought',
    tag,
    audience: reading,
    params: organisation.extend({ policy: z.uuid() }),
    carries: 'bytes',
  },
  removePolicyScan: {
    method: 'DELETE',
    path: '/organisations/:organisation/group-policies/:policy/scan',
    summary: 'Forgets the picture or PDF of a policy',
    tag,
    audience: editing,
    params: organisation.extend({ policy: z.uuid() }),
  },
  listVisaRules: {
    method: 'GET',
    path: '/organisations/:organisation/visa-rules',
    summary: 'Who needs a visa where, as colleagues found out',
    tag,
    audience: reading,
    params: organisation,
    answer: z.object({ items: z.array(shapes.visaRuleShape) }),
  },
  setVisaRule: {
    method: 'PUT',
    path: '/organisations/:organisation/visa-rules',
    summary: 'Enters whether a nationality needs a visa for a country, with the source; null takes it back',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({
      nationality: shapes.country,
      country: shapes.country,
      rule: shapes.visaRuleInput.nullable(),
    }),
    answer: z.object({ items: z.array(shapes.visaRuleShape) }),
  },
  readSettings: {
    method: 'GET',
    path: '/organisations/:organisation/paper-settings',
    summary: 'What the organisation asks for: covers of an insurance, days after the return, lead times',
    tag,
    audience: reading,
    params: organisation,
    answer: shapes.settingsShape,
  },
  saveSettings: {
    method: 'PUT',
    path: '/organisations/:organisation/paper-settings',
    summary: 'Changes what the organisation asks for',
    tag,
    audience: editing,
    params: organisation,
    body: shapes.settingsInput.extend({ version: z.number().int().min(0) }),
    answer: shapes.settingsShape,
  },
})
