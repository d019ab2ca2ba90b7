import { invalid, notFound, Problem } from '#shared/problems.ts'
import type { Actor } from '#server/actor.ts'
import { runAs, type Context } from '#server/context.ts'
import { whyWeakPassword } from '#server/auth/password.rules.ts'
import * as store from './accounts.store.ts'

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
