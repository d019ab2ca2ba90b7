import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { duty, email, inOrganisation, optionalText, role, text } from './organisations.shapes.contract.ts'

const managing = { permission: 'members.manage' } as const
const reading = { permission: 'organisation.read' } as const
const oneMember = inOrganisation.extend({ member: z.uuid() })
const absence = {
  absentFrom: z.iso.date().nullable(),
  absentUntil: z.iso.date().nullable(),
}

const memberAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  namedMobilitiesOnly: z.boolean().describe('Sees only mobilities that name this member'),
  absentFrom: z.string().nullable(),
  absentUntil: z.string().nullable(),
  absentToday: z.boolean(),
  duties: z.array(z.string()),
  self: z.boolean(),
  since: z.iso.datetime(),
  version: z.number().int(),
})

export const holderAnswer = z.object({
  id: z.string(),
  member: z.string().nullable().describe('The membership, for somebody with an account'),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  absentFrom: z.string().nullable(),
  absentUntil: z.string().nullable(),
})

export const dutyAnswer = z.object({
  duty: z.string(),
  holders: z.array(holderAnswer).describe('In order: the first who is there has the duty'),
  today: z.object({
    kind: z.enum(['holder', 'substitute', 'nobody']),
    holder: z.string().nullable().describe('The id of whoever has the duty today'),
    reason: z.enum(['no-holder', 'all-absent']).nullable(),
    backOn: z.string().nullable(),
  }),
})

/** Somebody who holds a duty: a member, or a name with a way to reach them. */
export const holderInput = z.union([
  z.object({ member: z.uuid() }),
  z.object({
    name: text(200).min(1),
    email: z
      .union([z.literal('').transform(() => null), email])
      .nullable()
      .default(null),
    phone: optionalText(50),
    absentFrom: z.iso.date().nullable().default(null),
    absentUntil: z.iso.date().nullable().default(null),
  }),
])

export const membersContract = endpoints({
  listMembers: {
    method: 'GET',
    path: '/organisations/:organisation/members',
    summary: 'Who works in the organisation, by name',
    tag: 'members',
    audience: reading,
    params: inOrganisation,
    query: pageQuery,
    answer: pageOf(memberAnswer),
  },
  editMember: {
    method: 'PATCH',
    path: '/organisations/:organisation/members/:member',
    summary: 'Changes what a member may do and see',
    tag: 'members',
    audience: managing,
    params: oneMember,
    body: z.object({
      roles: z.array(role).min(1).max(7).optional(),
      namedMobilitiesOnly: z.boolean().optional(),
    }),
    answer: memberAnswer,
    versioned: true,
  },
  setAbsence: {
    method: 'PUT',
    path: '/organisations/:organisation/members/:member/absence',
    summary: 'Says from when until when a member is away; substitutes have their duties meanwhile',
    tag: 'members',
    audience: reading,
    params: oneMember,
    body: z.object(absence),
    answer: memberAnswer,
  },
  endMembership: {
    method: 'DELETE',
    path: '/organisations/:organisation/members/:member',
    summary: 'Ends a membership at once; what the member did stays in the journal',
    tag: 'members',
    audience: managing,
    params: oneMember,
  },
  listDuties: {
    method: 'GET',
    path: '/organisations/:organisation/duties',
    summary: 'Who answers for what, with substitutes in order and who has it today',
    tag: 'duties',
    audience: reading,
    params: inOrganisation,
    answer: z.object({ items: z.array(dutyAnswer) }),
  },
  putDuty: {
    method: 'PUT',
    path: '/organisations/:organisation/duties/:duty',
    summary: 'Names the holders of a duty, the first one first; an empty list means nobody',
    tag: 'duties',
    audience: managing,
    params: inOrganisation.extend({ duty }),
    body: z.object({ holders: z.array(holderInput).max(20) }),
    answer: dutyAnswer,
  },
})
