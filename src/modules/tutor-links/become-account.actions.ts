import { notPossible } from '#shared/problems.ts'
import { runAs, type Context } from '#server/context.ts'
import { refuseWeakPassword } from '#modules/accounts/accounts.actions.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { findUser } from '#modules/organisations/invitations.store.ts'
import { joinOrganisation } from '#modules/organisations/join.store.ts'
import { tutorOf } from './tutor.actions.ts'
import { becomesAccount } from './tutor-links.rules.ts'
import * as store from './tutor-links.store.ts'

/** Turns a link into an account of the company's tutor. An address that the link was mailed to counts as confirmed. */
export async function becomeAccount(
  context: Context,
  person: { email: string; name: string; password: string },
): Promise<{ email: string }> {
  const tutor = tutorOf(context)
  const email = person.email.toLowerCase()
  return runAs(context.services, { kind: 'system', name: person.name }, async (system) => {
    const link = await store.readLink(system.db, tutor.linkId)
    if (
      !becomesAccount({ claimed: link.claimed_at !== null, keptBy: link.kept_by, issuedBy: link.issued_by })
    )
      throw notPossible('tutor-links:whyNot.by-invitation')
    if (link.user_id) throw notPossible('tutor-links:whyNot.has-account')
    if (await findUser(system.db, email)) throw notPossible('organisations:whyNot.account-exists', { email })
    refuseWeakPassword(person.password, [person.name, email], 'password')
    const userId = await system.services.auth.createUser({
      email,
      name: person.name,
      password: person.password,
      language: tutor.language,
      verified: email === tutor.email?.toLowerCase(),
    })
    await joinOrganisation(
      system.db,
      link.company_id,
      { userId, name: person.name, email },
      ['tutor'],
      system.now,
    )
    await store.rememberAccount(system.db, tutor.linkId, userId)
    await recordEvent(system, {
      type: 'tutor-link.became-account',
      subject: { kind: 'organisation', id: link.company_id },
      organisationId: link.issued_by,
      data: { name: person.name },
      audience: 'organisation',
    })
    return { email }
  })
}
