import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import {
  bulkAct,
  changeInput,
  companyAnswer,
  companyView,
  offeredPlacement,
  ownPlacement,
  placementFilters,
  placementRow,
  profileInput,
  profileShape,
  proposalInput,
  repairShape,
  staffAct,
} from './placements.shapes.contract.ts'
import { withdrawalReasons } from './placement-steps.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const placement = organisation.extend({ placement: z.uuid() })
const mobility = organisation.extend({ mobility: z.uuid() })
const own = z.object({ mobility: z.uuid() })
const reading = { permission: 'mobilities.read' } as const
const editing = { permission: 'mobilities.edit' } as const
const answering = { permission: 'tasks.complete' } as const
const tag = 'placements'
const count = z.number().int()
const values = z.record(z.string(), z.union([z.string(), z.number()]))
const rules = z.object({ guardianApproves: z.boolean(), version: z.number().int() })

const withdrawn = z.object({
  placement: placementRow,
  repair: repairShape.nullable().describe('How to find another place: a plan to make'),
})
const outcome = z.object({
  done: z.number().int(),
  rows: z.array(
    z.object({
      id: z.string(),
      participant: z.string(),
      company: z.string(),
      state: z.enum(['done', 'skipped', 'refused']),
      why: z.object({ code: z.string(), values }).nullable(),
      told: z.array(z.string()).describe('To whom a mail goes; nobody: give the company its link'),
    }),
  ),
  repair: repairShape.nullable(),
})

export const placementsContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/placements',
    summary: 'Placements that the organisation arranges, hosts or sends, the latest change first',
    tag,
    audience: reading,
    params: organisation,
    query: placementFilters.extend(pageQuery.shape),
    answer: pageOf(placementRow),
  },
  counts: {
    method: 'GET',
    path: '/organisations/:organisation/placements/counts',
    summary: 'How many placements there are by who is waited for, with the same filters as the list',
    tag,
    audience: reading,
    params: organisation,
    query: placementFilters.omit({ step: true, group: true }),
    answer: z.object({
      'to-send': count,
      company: count,
      approval: count,
      confirmed: count,
      over: count,
    }),
  },
  propose: {
    method: 'POST',
    path: '/organisations/:organisation/placements',
    summary: 'Proposes a company for a participant; nobody is told before it is sent',
    tag,
    audience: editing,
    params: organisation,
    body: proposalInput,
    answer: placementRow,
    status: 201,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/placements/:placement',
    summary: 'One placement with what its company sees of the person, and its history',
    tag,
    audience: reading,
    params: placement,
    answer: placementRow.extend({
      view: companyView,
      history: z.array(
        z.object({
          type: z.string(),
          at: z.iso.datetime(),
          by: z.string(),
          data: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  },
  change: {
    method: 'PUT',
    path: '/organisations/:organisation/placements/:placement',
    summary: 'Changes days, share, working hours, address or tutor of a placement',
    tag,
    audience: editing,
    params: placement,
    body: changeInput,
    answer: placementRow,
  },
  act: {
    method: 'POST',
    path: '/organisations/:organisation/placements/:placement/steps',
    summary: 'Takes a placement one step on: send, interview, accept, refuse, approve, confirm, withdraw',
    tag,
    audience: editing,
    params: placement,
    body: staffAct,
    answer: withdrawn,
  },
  actOnMany: {
    method: 'POST',
    path: '/organisations/:organisation/placements/steps',
    summary: 'Takes many placements one step on; one answer for each',
    tag,
    audience: editing,
    params: organisation,
    body: bulkAct,
    answer: outcome,
  },
  dropOut: {
    method: 'POST',
    path: '/organisations/:organisation/companies/:company/drop-out',
    summary: 'A company drops out: takes back all its open placements and says how to repair the plan',
    tag,
    audience: editing,
    params: organisation.extend({ company: z.uuid() }),
    body: z.object({
      code: z.enum(withdrawalReasons).default('company-left'),
      reason: z.string().normalize('NFC').trim().max(1000).nullish(),
    }),
    answer: outcome,
  },
  readRules: {
    method: 'GET',
    path: '/organisations/:organisation/placement-rules',
    summary: 'How the organisation wants placements to be agreed',
    tag,
    audience: reading,
    params: organisation,
    answer: rules,
  },
  saveRules: {
    method: 'PUT',
    path: '/organisations/:organisation/placement-rules',
    summary: 'Says how placements are to be agreed, such as by the guardian of a minor',
    tag,
    audience: editing,
    params: organisation,
    body: rules,
    answer: rules,
  },
  readProfile: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/company-profile',
    summary: 'What a company gets to see of a participant before it says yes',
    tag,
    audience: reading,
    params: mobility,
    answer: profileShape,
  },
  saveProfile: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/company-profile',
    summary: 'Writes what a company gets to see, for a participant who does not',
    tag,
    audience: editing,
    params: mobility,
    body: profileInput,
    answer: profileShape,
  },
  readCv: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/cv',
    summary: 'The CV that the participant gave',
    tag,
    audience: reading,
    params: mobility,
    carries: 'bytes',
  },
  bringCv: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/cv',
    summary: 'Keeps a CV that the sender brings; companies see it once the profile names it as `cvFileId`',
    tag,
    audience: editing,
    params: mobility,
    carries: 'upload',
    answer: z.object({ id: z.string(), name: z.string() }),
    status: 201,
  },
  listOffered: {
    method: 'GET',
    path: '/organisations/:organisation/offered-placements',
    summary: 'For a company: whom it was asked to take, and whom it takes',
    tag,
    audience: answering,
    params: organisation,
    answer: z.object({ items: z.array(offeredPlacement) }),
  },
  answerOffered: {
    method: 'POST',
    path: '/organisations/:organisation/offered-placements/:placement/answer',
    summary: 'For a company: invites to an interview, accepts, refuses with a reason, or drops out',
    tag,
    audience: answering,
    params: placement,
    body: companyAnswer,
    answer: offeredPlacement,
  },
  offeredCv: {
    method: 'GET',
    path: '/organisations/:organisation/offered-placements/:placement/cv',
    summary: 'For a company: the CV of somebody it was asked to take',
    tag,
    audience: answering,
    params: placement,
    carries: 'bytes',
  },
})

export const tutorPlacementsContract = endpoints({
  list: {
    method: 'GET',
    path: '/tutor/placements',
    summary: 'Whom the company was asked to take, and whom it takes',
    tag: 'tutor-placements',
    audience: 'tutor-link',
    answer: z.object({ items: z.array(offeredPlacement) }),
  },
  answer: {
    method: 'POST',
    path: '/tutor/placements/:placement/answer',
    summary: 'Invites to an interview, accepts, refuses with a reason, or drops out',
    tag: 'tutor-placements',
    audience: 'tutor-link',
    params: z.object({ placement: z.uuid() }),
    body: companyAnswer,
    answer: offeredPlacement,
  },
  cv: {
    method: 'GET',
    path: '/tutor/placements/:placement/cv',
    summary: 'The CV of somebody whom the company was asked to take',
    tag: 'tutor-placements',
    audience: 'tutor-link',
    params: z.object({ placement: z.uuid() }),
    carries: 'bytes',
  },
})

export const ownPlacementsContract = endpoints({
  list: {
    method: 'GET',
    path: '/me/mobilities/:mobility/placements',
    summary: 'The companies of one’s own placement, and whose yes is waited for',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    answer: z.object({ items: z.array(ownPlacement) }),
  },
  approve: {
    method: 'POST',
    path: '/me/mobilities/:mobility/placements/:placement/approval',
    summary: 'Says yes to a placement, or says what is wrong with it',
    tag: 'own-placements',
    audience: 'person',
    params: own.extend({ placement: z.uuid() }),
    body: z.discriminatedUnion('yes', [
      z.object({ yes: z.literal(true) }),
      z.object({ yes: z.literal(false), words: z.string().normalize('NFC').trim().min(1).max(1000) }),
    ]),
    answer: z.object({ items: z.array(ownPlacement) }),
  },
  readProfile: {
    method: 'GET',
    path: '/me/mobilities/:mobility/company-profile',
    summary: 'What companies get to see of oneself before they say yes',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    answer: profileShape,
  },
  saveProfile: {
    method: 'PUT',
    path: '/me/mobilities/:mobility/company-profile',
    summary: 'Writes what companies get to see of oneself',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    body: profileInput,
    answer: profileShape,
  },
})
