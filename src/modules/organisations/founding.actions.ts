import { sql } from 'kysely'
import type { z } from 'zod'
import { invalid, invalidField, notPossible } from '#shared/problems.ts'
import { runAs, type Context } from '#server/context.ts'
import { anyMembership } from '#modules/accounts/accounts.store.ts'
import { refuseWeakPassword, userOf } from '#modules/accounts/accounts.actions.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { columnsOf } from './organisation-columns.ts'
import type { organisationsContract } from './organisations.contract.ts'
import { findClaimed, insertMembership, insertOrganisation } from './organisations.store.ts'

type Contract = typeof organisationsContract
type NewOrganisation = z.output<Contract['foundOrganisation']['body']>

interface Founder {
  userId: string
  name: string
  email: string
  language: string
}

/** Sets up the first organisation with its first administrator. Possible once; a lock decides between two at once. */
export async function setUpFirstOrganisation(
  context: Context,
  { organisation, person }: z.output<Contract['setUp']['body']>,
): Promise<{ organisationId: string }> {
  return runAs(context.services, { kind: 'system', name: person.name }, async (system) => {
    await sql`select pg_advisory_xact_lock(727161)`.execute(system.db)
    if (await anyMembership(system.db)) throw notPossible('accounts:whyNot.already-set-up')
    refuseWeakPassword(person.password, [person.name, person.email, organisation.name], 'person.password')
    const userId = await context.services.auth.createUser({ ...person, verified: true })
    return found(
      system,
      organisation,
      { ...person, email: person.email.toLowerCase(), userId },
      'organisation.set-up',
    )
  })
}

/** Founds another organisation for somebody who is signed in. */
export async function foundOrganisation(
  context: Context,
  input: NewOrganisation,
): Promise<{ organisationId: string }> {
  const user = userOf(context.actor)
  return runAs(context.services, { kind: 'system', name: user.name }, async (system) => {
    if (input.oid && (await findClaimed(system.db, input.oid))) throw oidTaken()
    return found(system, input, user, 'organisation.founded')
  })
}

/** Another organisation works here under this OID. */
export const oidTaken = () =>
  invalidField('oid', 'organisations:oid.taken', 'Another organisation works here under this OID.')

/** Refuses a time zone that this server does not know. */
export function refuseTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format(0)
  } catch {
    throw invalid([{ field: 'timeZone', code: 'invalid_value', message: 'Choose a time zone of the list.' }])
  }
}

async function found(
  system: Context,
  input: NewOrganisation,
  founder: Founder,
  type: string,
): Promise<{ organisationId: string }> {
  const organisation = await insertOrganisation(system, {
    ...columnsOf(input),
    name: input.name,
    kind: input.kind,
    language: founder.language,
    claimed_at: system.now,
  })
  await insertMembership(system, {
    organisation_id: organisation.id,
    user_id: founder.userId,
    name: founder.name,
    email: founder.email,
    roles: ['administrator', 'coordinator'],
  })
  await recordEvent(system, {
    type,
    subject: { kind: 'organisation', id: organisation.id },
    organisationId: organisation.id,
    data: { version: organisation.version },
    audience: 'organisation',
  })
  return { organisationId: organisation.id }
}
