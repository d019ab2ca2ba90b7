import { createHash } from 'node:crypto'
import type { Database } from '../database/database.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text can be the id of a row at all. */
export const isId = (text: string): boolean => uuid.test(text)

/** Secrets are random and long, so a plain hash protects them at rest. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The caller's membership in an organisation, if it has not ended. */
export async function loadMembership(database: Database, userId: string, organisationId: string) {
  if (!isId(organisationId)) return undefined
  return database.transaction(
    { kind: 'actor', user: userId },
    (db) =>
      db
        .selectFrom('membership')
        .select(['id', 'roles', 'named_mobilities_only'])
        .where('user_id', '=', userId)
        .where('organisation_id', '=', organisationId)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    { readOnly: true },
  )
}

/** The person rows that are this user: as participant or as guardian. */
export async function personIdsOf(database: Database, userId: string): Promise<string[]> {
  const rows = await database.transaction(
    { kind: 'actor', user: userId },
    (db) => db.selectFrom('person').select('id').where('user_id', '=', userId).execute(),
    { readOnly: true },
  )
  return rows.map((row) => row.id)
}

/** The tutor link with this secret, if it has neither expired nor been revoked. */
export async function findTutorLink(database: Database, secret: string, now: Date) {
  return database.transaction({ kind: 'system' }, async (db) => {
    const link = await db
      .updateTable('tutor_link')
      .set({ last_used_at: now })
      .where('secret_hash', '=', hashSecret(secret))
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['id', 'company_id', 'tutor_name', 'tutor_email', 'language'])
      .executeTakeFirst()
    return link
  })
}
