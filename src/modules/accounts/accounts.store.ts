import { randomBytes } from 'node:crypto'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/database/database.ts'
import { hashSecret } from '#server/auth/standing.store.ts'

/** The user's living memberships with their organisations, by name. */
export function membershipsOf(db: Db, userId: string) {
  return db
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['o.id', 'o.name', 'o.kind', 'm.roles'])
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .orderBy('o.name')
    .execute()
}

/** In how many mobilities these people take part, and for how many they are guardians. */
export async function countOwnMobilities(db: Db, personIds: readonly string[]) {
  if (personIds.length === 0) return { participations: 0, guardianships: 0 }
  const rows = await db
    .selectFrom('mobility_party')
    .select((e) => ['role', e.fn.countAll<number>().as('n')])
    .where('person_id', 'in', [...personIds])
    .groupBy('role')
    .execute()
  const count = (role: string) => rows.find((row) => row.role === role)?.n ?? 0
  return { participations: count('participant') + count('accompanying'), guardianships: count('guardian') }
}

export async function anyMembership(db: Db): Promise<boolean> {
  return (await db.selectFrom('membership').select('id').limit(1).executeTakeFirst()) !== undefined
}

export function sessionsOf(db: Db, userId: string, now: Date) {
  return db
    .selectFrom('identity.session')
    .select(['id', 'createdAt', 'expiresAt', 'userAgent', 'ipAddress'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute()
}

/** Ends a session of this user; answers whether there was one. */
export async function deleteSession(db: Db, userId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('identity.session')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function updateUser(
  db: Db,
  userId: string,
  values: { name?: string | undefined; language?: string | undefined },
  now: Date,
) {
  // A membership carries the name for lists in which accounts are not seen.
  if (values.name !== undefined)
    await db.updateTable('membership').set({ name: values.name }).where('user_id', '=', userId).execute()
  return db
    .updateTable('identity.user')
    .set({
      ...(values.name === undefined ? {} : { name: values.name }),
      ...(values.language === undefined ? {} : { language: values.language }),
      updatedAt: now,
    })
    .where('id', '=', userId)
    .returning(['name', 'language'])
    .executeTakeFirstOrThrow()
}

export function keysOf(db: Db, userId: string) {
  return db
    .selectFrom('identity.api_key')
    .select(['id', 'name', 'hint', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Makes a key and answers its secret, which is kept nowhere. */
export async function insertKey(
  db: Db,
  userId: string,
  name: string,
): Promise<{ id: string; name: string; key: string }> {
  const key = `softmob_${randomBytes(32).toString('base64url')}`
  const row = await db
    .insertInto('identity.api_key')
    .values({ user_id: userId, name, hash: hashSecret(key), hint: key.slice(-4) })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
  return { ...row, key }
}

export async function revokeKey(context: Context, userId: string, id: string): Promise<boolean> {
  const result = await context.db
    .updateTable('identity.api_key')
    .set({ revoked_at: context.now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
