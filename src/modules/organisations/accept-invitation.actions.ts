import { notFound, notPossible } from '#shared/problems.ts'
import { spokenLanguage } from '#shared/languages.ts'
import { runAs, type Context } from '#server/context.ts'
import { refuseWeakPassword, userOf } from '#modules/accounts/accounts.actions.ts'
import { recordEvents, type NewEvent } from '#modules/journal/journal.store.ts'
import { invitationState, type InvitationKind } from './invitations.rules.ts'
import * as store from './invitations.store.ts'
import { joinPerson } from './invite-people.store.ts'
import { findClaimed, findOrganisation, updateOrganisation } from './organisations.store.ts'
import { joinOrganisation } from './join.store.ts'

interface Accepting {
  userId: string
  name: string
  email: string
}

/** What the bearer of the link is invited to; a link that never was looks like any unknown thing. */
export function readInvitation(context: Context, token: string) {
  return asSystem(context, 'invitation', async (system) => {
    const row = await store.findByToken(system.db, token)
    if (!row) throw notFound()
    const organisation = await findOrganisation(system.db, row.organisation_id)
    const partner = row.partner_id ? await findOrganisation(system.db, row.partner_id) : undefined
    return {
      kind: row.kind as InvitationKind,
      state: invitationState(row, system.now),
      organisation: organisation?.name ?? '',
      partner: partner?.name ?? null,
      invitedBy: row.invited_by,
      email: row.email,
      name: row.name,
      roles: row.roles,
      language: spokenLanguage(row.language),
      message: row.message,
      expiresAt: row.expires_at.toISOString(),
      hasAccount: (await store.findUser(system.db, row.email)) !== undefined,
    }
  })
}

/** Accepts with a new account. The link came by mail, so the address is the person's own. */
export function acceptWithNewAccount(
  context: Context,
  token: string,
  person: { name: string; password: string; language: string },
) {
  return asSystem(context, person.name, async (system) => {
    const invitation = await openInvitation(system, token)
    const { email } = invitation
    if (await store.findUser(system.db, email))
      throw notPossible('organisations:whyNot.account-exists', { email })
    refuseWeakPassword(person.password, [person.name, email], 'password')
    const userId = await system.services.auth.createUser({ ...person, email, verified: true })
    const organisationId = await take(system, invitation, { userId, name: person.name, email })
    return { organisationId, email }
  })
}

/** Accepts as the person who is signed in: the link is the proof, whatever address they sign in with. */
export function acceptInvitation(context: Context, token: string) {
  const user = userOf(context.actor)
  return asSystem(context, user.name, async (system) => {
    const invitation = await openInvitation(system, token)
    return { organisationId: await take(system, invitation, user) }
  })
}

const asSystem = <T>(context: Context, name: string, work: (system: Context) => Promise<T>): Promise<T> =>
  runAs(context.services, { kind: 'system', name }, work)

async function openInvitation(system: Context, token: string): Promise<store.InvitationRow> {
  const row = await store.findByToken(system.db, token, { lock: true })
  if (!row) throw notFound()
  const state = invitationState(row, system.now)
  if (state !== 'open') throw notPossible(`organisations:whyNot.invitation-${state}`)
  return row
}

/** Gives what was offered; answers the organisation whose pages open now, null for participants and guardians. */
async function take(
  system: Context,
  invitation: store.InvitationRow,
  who: Accepting,
): Promise<string | null> {
  await store.updateInvitation(system.db, invitation.id, { accepted_at: system.now, accepted_by: who.userId })
  const accepted: NewEvent = {
    type: 'invitation.accepted',
    subject: { kind: 'invitation', id: invitation.id },
    organisationId: invitation.organisation_id,
    data: { kind: invitation.kind, email: invitation.email },
    audience: 'organisation',
  }
  if (invitation.person_id) {
    await recordEvents(system, [accepted, ...(await takeFile(system, invitation, invitation.person_id, who))])
    return null
  }
  const partner = invitation.kind === 'partner' ? await claim(system, invitation) : null
  const organisationId = partner ? partner.organisationId : invitation.organisation_id
  const roles = partner ? ['administrator', 'coordinator'] : invitation.roles
  const membershipId = await joinOrganisation(system.db, organisationId, who, roles, system.now)
  await recordEvents(system, [
    accepted,
    ...(partner ? [partner.event] : []),
    {
      type: 'member.joined',
      subject: { kind: 'membership', id: membershipId },
      organisationId,
      data: { name: who.name, roles },
      audience: 'organisation',
    },
  ])
  return organisationId
}

async function takeFile(
  system: Context,
  invitation: store.InvitationRow,
  personId: string,
  who: Accepting,
): Promise<NewEvent[]> {
  if (!(await joinPerson(system.db, personId, who.userId)))
    throw notPossible('organisations:whyNot.file-has-account')
  return [
    {
      type: 'person.joined',
      subject: { kind: 'person', id: personId },
      organisationId: invitation.organisation_id,
      data: { name: who.name },
    },
  ]
}

/** The partner's record becomes its own. An OID works here only once (organisation_oid). */
async function claim(
  system: Context,
  invitation: store.InvitationRow,
): Promise<{ organisationId: string; event: NewEvent }> {
  const partner = await findOrganisation(system.db, invitation.partner_id ?? '', { lock: true })
  if (!partner) throw notFound()
  if (partner.claimed_at) throw notPossible('organisations:whyNot.partner-claimed')
  const other = partner.oid ? await findClaimed(system.db, partner.oid, partner.id) : undefined
  if (other) throw notPossible('organisations:whyNot.oid-works-here', { name: other.name })
  const row = await updateOrganisation(system.db, partner.id, { claimed_at: system.now }, system.now)
  return {
    organisationId: partner.id,
    event: {
      type: 'partner.claimed',
      subject: { kind: 'organisation', id: partner.id },
      organisationId: invitation.organisation_id,
      changes: { claimed: [false, true] },
      data: { version: row.version, name: row.name },
      audience: 'organisation',
    },
  }
}
