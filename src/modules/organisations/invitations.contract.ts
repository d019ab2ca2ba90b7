import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { invitationKinds, invitationStates } from './invitations.rules.ts'
import {
  email,
  inOrganisation,
  language,
  oneOrMany,
  optionalText,
  role,
  text,
} from './organisations.shapes.contract.ts'

const managing = { permission: 'members.manage' } as const
const oneInvitation = inOrganisation.extend({ invitation: z.uuid() })
const byToken = z.object({ token: z.string().min(20).max(100) })
const tag = 'invitations'

/** What an inviting form asks besides whom. */
export const invitationWords = {
  language: language.optional().describe('The language of the mail; the organisation’s own unless told'),
  message: optionalText(1000).describe('A personal line in the mail'),
}

export const invitationAnswer = z.object({
  id: z.string(),
  kind: z.enum(invitationKinds),
  email: z.string(),
  name: z.string().nullable(),
  roles: z.array(z.string()),
  language,
  partner: z.object({ id: z.string(), name: z.string() }).nullable(),
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(invitationStates),
})

export const invitationsContract = endpoints({
  listInvitations: {
    method: 'GET',
    path: '/organisations/:organisation/invitations',
    summary: 'Whom the organisation invited, the latest first',
    tag,
    audience: managing,
    params: inOrganisation,
    query: pageQuery.extend({
      kind: oneOrMany(z.enum(invitationKinds)).optional(),
      state: oneOrMany(z.enum(invitationStates)).optional(),
    }),
    answer: pageOf(invitationAnswer),
  },
  inviteMember: {
    method: 'POST',
    path: '/organisations/:organisation/invitations',
    summary: 'Invites a colleague by mail to work in the organisation',
    tag,
    audience: managing,
    params: inOrganisation,
    body: z.object({
      email,
      name: optionalText(200),
      roles: z.array(role).min(1).max(7),
      ...invitationWords,
    }),
    answer: invitationAnswer,
    status: 201,
  },
  invitePeople: {
    method: 'POST',
    path: '/organisations/:organisation/invitations/people',
    summary: 'Invites participants and guardians whose files are here to their own pages; answers row by row',
    tag,
    audience: { permission: 'people.edit' },
    params: inOrganisation,
    body: z.object({ people: z.array(z.uuid()).min(1).max(2000) }),
    answer: z.object({
      invited: z.number().int(),
      skipped: z.number().int(),
      items: z.array(
        z.object({
          person: z.string(),
          outcome: z.enum(['invited', 'skipped']),
          reason: z.enum(['unknown', 'no-email', 'has-account', 'already-invited']).nullable(),
        }),
      ),
    }),
  },
  resendInvitation: {
    method: 'POST',
    path: '/organisations/:organisation/invitations/:invitation/resend',
    summary: 'Sends an invitation again with a new link; the link before ends',
    tag,
    audience: managing,
    params: oneInvitation,
    answer: invitationAnswer,
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/organisations/:organisation/invitations/:invitation',
    summary: 'Takes an invitation back; its link ends at once',
    tag,
    audience: managing,
    params: oneInvitation,
  },
  readInvitation: {
    method: 'GET',
    path: '/invitations/:token',
    summary: 'What the bearer of an invitation’s link is invited to',
    tag,
    audience: 'anyone',
    params: byToken,
    answer: z.object({
      kind: z.enum(invitationKinds),
      state: z.enum(invitationStates),
      organisation: z.string(),
      partner: z.string().nullable(),
      invitedBy: z.string(),
      email: z.string(),
      name: z.string().nullable(),
      roles: z.array(z.string()),
      language,
      message: z.string().nullable(),
      expiresAt: z.iso.datetime(),
      hasAccount: z.boolean().describe('Whether somebody signs in with this e-mail address already'),
    }),
  },
  acceptWithNewAccount: {
    method: 'POST',
    path: '/invitations/:token/account',
    summary: 'Accepts an invitation with a new account for the invited e-mail address',
    tag,
    audience: 'anyone',
    params: byToken,
    body: z.object({ name: text(200).min(1), password: z.string().max(500), language }),
    answer: z.object({ organisationId: z.string().nullable(), email: z.string() }),
    status: 201,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/:token/accept',
    summary: 'Accepts an invitation as the person who is signed in',
    tag,
    audience: 'person',
    params: byToken,
    answer: z.object({ organisationId: z.string().nullable() }),
  },
})
