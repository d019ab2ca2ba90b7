import type { Insertable, Updateable } from 'kysely'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/database/database.ts'
import type { Membership, Organisation } from '#server/database/schema.ts'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { OrganisationRow } from './organisation-columns.ts'

/** Writes down an organisation; claimed when somebody of its own is there from the start. */
export function insertOrganisation({ db }: Context, values: Insertable<Organisation>) {
  return db.insertInto('organisation').values(values).returningAll().executeTakeFirstOrThrow()
}

export function insertMembership({ db }: Context, values: Insertable<Membership>) {
  return db.insertInto('membership').values(values).returningAll().executeTakeFirstOrThrow()
}

/** The organisations in which a user has a living membership, by name. */
export async function listOwn(db: Db, userId: string, page: { limit: number; cursor?: string | undefined }) {
  const after = placeIn(page.cursor, 'text', 'id')
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['o.id', 'o.name', 'o.kind', 'o.country', 'o.town', 'o.oid', 'm.roles'])
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .$if(after !== null, (q) =>
      q.where((e) => e(e.refTuple('o.name', 'o.id'), '>', e.tuple(String(after?.[0]), String(after?.[1])))),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (last) => [last.name, last.id])
}

/** An organisation; locked until the transaction ends when asked for an edit. */
export function findOrganisation(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<OrganisationRow | undefined> {
  return db
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
}

/** Saves fields of a locked row and raises its version. */
export function updateOrganisation(
  db: Db,
  id: string,
  values: Updateable<Organisation>,
  now: Date,
): Promise<OrganisationRow> {
  return db
    .updateTable('organisation')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The organisation that works here under an OID, other than `except`. */
export function findClaimed(
  db: Db,
  oid: string,
  except: string | null = null,
): Promise<OrganisationRow | undefined> {
  return db
    .selectFrom('organisation')
    .selectAll()
    .where('oid', '=', oid)
    .where('claimed_at', 'is not', null)
    .$if(except !== null, (q) => q.where('id', '<>', except ?? ''))
    .executeTakeFirst()
}
