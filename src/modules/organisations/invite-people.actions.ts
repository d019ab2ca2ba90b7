import { v7 as newId } from 'uuid'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { invitablePeople, type InvitablePerson } from './invite-people.store.ts'
import { invitationExpiry } from './invitations.rules.ts'
import { insertInvitations, newToken } from './invitations.store.ts'

type Reason = 'unknown' | 'no-email' | 'has-account' | 'already-invited'

/** Mails of one job: small enough to be repeated as a whole. */
const mailsAtOnce = 50

/** Invites participants and guardians to their own pages; who cannot be invited is told with the reason. */
export async function invitePeople(context: Context, ids: readonly string[]) {
  const { organisationId, name } = memberOf(context.actor)
  const found = await invitablePeople(context.db, organisationId, ids, context.now)
  const people = new Map(found.map((person) => [person.id, person]))
  const items = [...new Set(ids)].map((person) => {
    const reason = whyNotInvite(people.get(person))
    return { person, outcome: reason ? ('skipped' as const) : ('invited' as const), reason }
  })
  const rows = items.flatMap(({ person, reason }) => {
    const file = people.get(person)
    return reason || !file?.email
      ? []
      : [{ ...rowOf(context, file, file.email), organisation_id: organisationId, invited_by: name }]
  })
  await insertInvitations(context.db, rows)
  await recordEvents(
    context,
    rows.map((row) => ({
      type: 'invitation.sent',
      subject: { kind: 'invitation', id: row.id },
      data: { kind: row.kind, email: row.email, person: row.person_id },
      audience: 'organisation' as const,
    })),
  )
  for (let start = 0; start < rows.length; start += mailsAtOnce)
    await context.enqueue('invitations.mail', {
      invitationIds: rows.slice(start, start + mailsAtOnce).map(({ id }) => id),
    })
  return { items, invited: rows.length, skipped: items.length - rows.length }
}

function whyNotInvite(person: InvitablePerson | undefined): Reason | null {
  if (!person) return 'unknown'
  if (person.hasAccount) return 'has-account'
  if (!person.email) return 'no-email'
  return person.invited ? 'already-invited' : null
}

function rowOf(context: Context, person: InvitablePerson, email: string) {
  return {
    id: newId(),
    kind: person.kind === 'guardian' ? 'guardian' : 'participant',
    email,
    name: person.name,
    language: person.language,
    person_id: person.id,
    // The job that writes the mail makes the link; until then nobody knows a secret for this one.
    token_hash: newToken().token_hash,
    created_at: context.now,
    expires_at: invitationExpiry(context.now),
  }
}
