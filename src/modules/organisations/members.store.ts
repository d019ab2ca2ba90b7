import { sql, type Selectable, type Updateable } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { Membership } from '#server/database/schema.ts'

export type MemberRow = Selectable<Membership>

const dutiesHeld = sql<string[]>`(select coalesce(array_agg(distinct h.duty order by h.duty), '{}')
  from duty_holder h where h.membership_id = membership.id)`.as('duties')

/** One page of living memberships by name. */
export async function listMembers(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = placeIn(page.cursor, 'text', 'id')
  const rows = await db
    .selectFrom('membership')
    .selectAll()
    .select([dutiesHeld, sql<string>`app.plain(name)`.as('sortName')])
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(app.plain(name), id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy(sql`app.plain(name)`)
    .orderBy('id')
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (last) => [last.sortName, last.id])
}

export function readMember(db: Db, organisationId: string, id: string) {
  return db
    .selectFrom('membership')
    .selectAll()
    .select(dutiesHeld)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** All living memberships, locked in one order, so that two changes cannot both take the last administrator away. */
export function lockMembers(db: Db, organisationId: string): Promise<MemberRow[]> {
  return db
    .selectFrom('membership')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Saves fields of a locked membership and raises its version. */
export function updateMember(db: Db, id: string, values: Updateable<Membership>): Promise<MemberRow> {
  return db
    .updateTable('membership')
    .set((e) => ({ ...values, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whether somebody with this e-mail address works in the organisation. */
export async function isMember(db: Db, organisationId: string, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership as m')
    .innerJoin('identity.user as u', 'u.id', 'm.user_id')
    .select('m.id')
    .where('m.organisation_id', '=', organisationId)
    .where('m.ended_at', 'is', null)
    .where('u.email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes somebody's duties away; answers which ones. */
export async function deleteDutiesOf(db: Db, membershipId: string): Promise<string[]> {
  const rows = await db
    .deleteFrom('duty_holder')
    .where('membership_id', '=', membershipId)
    .returning('duty')
    .execute()
  return rows.map((row) => row.duty)
}
