import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '#shared/problems.ts'
import type { Actor } from '../actor.ts'
import type { Services } from '../context.ts'

/**
 * Runs a write once per `Idempotency-Key` and caller: a repetition answers what the first one answered, also after a
 * lost connection. The key is claimed before the work and kept only if the work succeeds.
 */
export async function answerOnce<T>(
  services: Services,
  actor: Actor,
  request: FastifyRequest,
  readOnly: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const key = request.headers['idempotency-key']
  if (readOnly || typeof key !== 'string' || key === '') return work()
  if (key.length > 200)
    throw new Problem('invalid', {
      errors: [{ field: 'Idempotency-Key', code: 'too-long', message: 'At most 200 characters.' }],
    })
  const caller = callerOf(actor)
  const hash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex')
  const db = services.database.identity
  const claimed = await db
    .insertInto('identity.idempotency')
    .values({ key, caller, request_hash: hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) return (await earlierAnswer(services, caller, key, hash)) as T
  try {
    const answer = await work()
    await db
      .updateTable('identity.idempotency')
      .set({ status: 200, answer: JSON.stringify(answer ?? null) })
      .where('caller', '=', caller)
      .where('key', '=', key)
      .execute()
    return answer
  } catch (error) {
    await db.deleteFrom('identity.idempotency').where('caller', '=', caller).where('key', '=', key).execute()
    throw error
  }
}

async function earlierAnswer(
  services: Services,
  caller: string,
  key: string,
  hash: string,
): Promise<unknown> {
  const row = await services.database.identity
    .selectFrom('identity.idempotency')
    .select(['request_hash', 'status', 'answer'])
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row || row.status === null)
    throw new Problem('conflict', { reason: { code: 'problems:reason.still-running' } })
  if (row.request_hash !== hash)
    throw new Problem('conflict', { reason: { code: 'problems:reason.key-used-otherwise' } })
  return row.answer
}

function callerOf(actor: Actor): string {
  if (actor.kind === 'member' || actor.kind === 'person') return actor.userId
  if (actor.kind === 'tutor-link') return actor.linkId
  return actor.kind
}
