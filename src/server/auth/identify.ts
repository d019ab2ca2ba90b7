import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from '#shared/problems.ts'
import type { Services } from '../context.ts'
import { hashSecret } from './standing.store.ts'

/** A signed-in user, before any organisation is considered. */
export interface Identified {
  userId: string
  name: string
  email: string
  language: string
}

/** Who the request's key or session belongs to; null when it carries neither. A wrong key is refused, not ignored. */
export async function identify(services: Services, headers: IncomingHttpHeaders): Promise<Identified | null> {
  const key = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (key) return ownerOfKey(services, key)
  const session = await services.auth.sessionOf(headers)
  return session
    ? {
        userId: session.user.id,
        name: session.user.name,
        email: session.user.email,
        language: session.user.language,
      }
    : null
}

async function ownerOfKey(services: Services, key: string): Promise<Identified> {
  const now = services.clock()
  const row = await services.database.identity
    .selectFrom('identity.api_key as k')
    .innerJoin('identity.user as u', 'u.id', 'k.user_id')
    .select(['u.id', 'u.name', 'u.email', 'u.language', 'k.expires_at'])
    .where('k.hash', '=', hashSecret(key))
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row || (row.expires_at && row.expires_at <= now)) throw new Problem('not-signed-in')
  return { userId: row.id, name: row.name, email: row.email, language: row.language }
}
