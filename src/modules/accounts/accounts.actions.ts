import type { z } from 'zod'
import { sql } from 'kysely'
import { invalid, notFound, notPossible, Problem } from '#shared/problems.ts'
import type { Actor } from '#server/actor.ts'
import { runAs, type Context } from '#server/context.ts'
import { whyWeakPassword } from '#server/auth/password.rules.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { insertMembership, insertOrganisation } from '#modules/organisations/organisations.store.ts'
import type { accountsContract } from './accounts.contract.ts'
import * as store from './accounts.store.ts'

type SetUp = z.output<typeof accountsContract.setUp.body>

/** The signed-in user behind an actor; anyone else is refused. */
export function userOf(actor: Actor): {
  userId: string
  name: string
  email: string
  language: string
  personIds: readonly string[]
} {
  if (actor.kind === 'member' || actor.kind === 'person') return actor
  throw new Problem('not-signed-in')
}

/** Whether nobody works here yet, so that the first visit offers the set-up. */
export function needsSetUp(context: Context): Promise<boolean> {
  return runAs(
    context.services,
    { kind: 'system', name: 'set-up' },
    async ({ db }) => !(await store.anyMembership(db)),
    { readOnly: true },
  )
}

/** Sets up the first organisation with its first administrator. Possible once; a lock decides between two at once. */
export async function setUpFirstOrganisation(
  context: Context,
  input: SetUp,
): Promise<{ organisationId: string }> {
  refuseWeakPassword(
    input.person.password,
    [input.person.name, input.person.email, input.organisation.name],
    'person.password',
  )
  return runAs(context.services, { kind: 'system', name: input.person.name }, async (system) => {
    await sql`select pg_advisory_xact_lock(727161)`.execute(system.db)
    if (await store.anyMembership(system.db)) throw notPossible('accounts:whyNot.already-set-up')
    const userId = await context.services.auth.createUser({ ...input.person, verified: true })
    const organisation = await insertOrganisation(system, {
      ...input.organisation,
      oid: input.organisation.oid ?? null,
      language: input.person.language,
      claimed_at: system.now,
    })
    await insertMembership(system, {
      organisation_id: organisation.id,
      user_id: userId,
      name: input.person.name,
      email: input.person.email,
      roles: ['administrator', 'coordinator'],
    })
    await recordEvent(system, {
      type: 'organisation.set-up',
      subject: { kind: 'organisation', id: organisation.id },
      organisationId: organisation.id,
    })
    return { organisationId: organisation.id }
  })
}

/** Refuses a password that is short or guessable, naming the field. */
export function refuseWeakPassword(password: string, known: readonly string[], field: string): void {
  const why = whyWeakPassword(password, known)
  if (why) throw invalid([{ field, code: why, message: 'Choose a longer password that is hard to guess.' }])
}

export async function endSession(context: Context, id: string): Promise<void> {
  if (!(await store.deleteSession(context.db, userOf(context.actor).userId, id))) throw notFound()
}

export async function revokeKey(context: Context, id: string): Promise<void> {
  if (!(await store.revokeKey(context, userOf(context.actor).userId, id))) throw notFound()
}
