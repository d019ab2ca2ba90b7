import type { z } from 'zod'
import { spokenLanguage } from '#shared/languages.ts'
import { invalidField, notAllowed, notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { mailInvitation } from './invitation-mail.ts'
import type { invitationsContract } from './invitations.contract.ts'
import { invitationExpiry, invitationState, type InvitationKind } from './invitations.rules.ts'
import * as store from './invitations.store.ts'
import { whyNotGiveRoles } from './members.rules.ts'
import { isMember } from './members.store.ts'
import { findOrganisation } from './organisations.store.ts'

type Contract = typeof invitationsContract

export async function listInvitations(
  context: Context,
  query: z.output<Contract['listInvitations']['query']>,
) {
  const { organisationId } = memberOf(context.actor)
  const page = await store.listInvitations(context.db, organisationId, query, query, context.now)
  return { next: page.next, items: page.items.map((row) => showInvitation(context, row)) }
}

/** Invites a colleague. Refused for those who are members or whose invitation still waits. */
export async function inviteMember(context: Context, input: z.output<Contract['inviteMember']['body']>) {
  const member = memberOf(context.actor)
  const email = input.email.toLowerCase()
  const forbidden = whyNotGiveRoles(member, [], input.roles)
  if (forbidden) throw notAllowed(`organisations:whyNot.${forbidden}`)
  if (await isMember(context.db, member.organisationId, email))
    throw invalidField(
      'email',
      'organisations:field.is-member',
      'Somebody with this address works here already.',
    )
  return invite(context, {
    kind: 'colleague',
    email,
    name: input.name ?? null,
    roles: [...new Set(input.roles)],
    language: input.language,
    message: input.message ?? null,
  })
}

interface NewInvitation {
  kind: 'colleague' | 'partner'
  email: string
  name: string | null
  roles: readonly string[]
  language: string | undefined
  message: string | null
  partner?: { id: string; name: string; language: string }
}

/** Writes an invitation down, mails it and records it. */
export async function invite(context: Context, input: NewInvitation) {
  const { organisationId, name } = memberOf(context.actor)
  const asked = { organisationId, kind: input.kind, email: input.email }
  if (
    await store.isInvited(
      context.db,
      input.partner ? { ...asked, partnerId: input.partner.id } : asked,
      context.now,
    )
  )
    throw invalidField(
      'email',
      'organisations:field.is-invited',
      'An invitation to this address still waits.',
    )
  const organisation = await findOrganisation(context.db, organisationId)
  if (!organisation) throw notFound()
  const { token, token_hash } = store.newToken()
  const [row] = await store.insertInvitations(context.db, [
    {
      organisation_id: organisationId,
      kind: input.kind,
      email: input.email,
      name: input.name,
      roles: [...input.roles],
      language: input.language ?? input.partner?.language ?? organisation.language,
      message: input.message,
      partner_id: input.partner?.id ?? null,
      token_hash,
      invited_by: name,
      created_at: context.now,
      expires_at: invitationExpiry(context.now),
    },
  ])
  if (!row) throw notFound()
  const partner = input.partner?.name ?? null
  await mailInvitation(context, row, token, { organisation: organisation.name, partner })
  await record(context, 'invitation.sent', row)
  return showInvitation(context, { ...row, partnerName: partner })
}

/** Sends an invitation again with a new link and a new end; the link before ends. */
export async function resendInvitation(context: Context, id: string) {
  const present = await waiting(context, id)
  const organisation = await findOrganisation(context.db, present.organisation_id)
  const { token, token_hash } = store.newToken()
  const row = await store.updateInvitation(context.db, id, {
    token_hash,
    expires_at: invitationExpiry(context.now),
  })
  const names = { organisation: organisation?.name ?? '', partner: present.partnerName }
  await mailInvitation(context, row, token, names)
  await record(context, 'invitation.resent', row)
  return showInvitation(context, { ...row, partnerName: present.partnerName })
}

export async function revokeInvitation(context: Context, id: string): Promise<void> {
  await waiting(context, id)
  const row = await store.updateInvitation(context.db, id, { revoked_at: context.now })
  await record(context, 'invitation.revoked', row)
}

/** An invitation that was neither accepted nor taken back. */
async function waiting(context: Context, id: string): Promise<store.NamedInvitation> {
  const row = await store.findInvitation(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  const state = invitationState(row, context.now)
  if (state === 'accepted' || state === 'revoked')
    throw notPossible(`organisations:whyNot.invitation-${state}`)
  return row
}

const record = (context: Context, type: string, row: store.InvitationRow): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'invitation', id: row.id },
    organisationId: row.organisation_id,
    data: { kind: row.kind, email: row.email, roles: row.roles },
    audience: 'organisation',
  })

export function showInvitation(context: Context, row: store.NamedInvitation) {
  return {
    id: row.id,
    kind: row.kind as InvitationKind,
    email: row.email,
    name: row.name,
    roles: row.roles,
    language: spokenLanguage(row.language),
    partner: row.partner_id ? { id: row.partner_id, name: row.partnerName ?? '' } : null,
    invitedBy: row.invited_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    state: invitationState(row, context.now),
  }
}
