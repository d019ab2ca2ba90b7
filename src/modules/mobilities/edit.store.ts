import { sql, type Selectable, type Updateable } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Mobility } from '#server/database/schema.ts'

export type MobilityFullRow = Selectable<Mobility>

/** Rows to be changed, locked in the order of their ids so that two changes never wait for each other. */
export async function lockMobilities(db: Db, ids: readonly string[]): Promise<MobilityFullRow[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('mobility')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Saves fields of one locked row and raises its version. */
export function updateMobility(
  db: Db,
  id: string,
  values: Updateable<Mobility>,
  now: Date,
): Promise<{ version: number }> {
  return db
    .updateTable('mobility')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
}

/** The organisation's own flow, with what a mobility takes over from it. */
export const ownFlow = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('flow')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()

export const ownProject = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('project')
    .select('id')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()

/** Whether an organisation can be a host or company of the asker's mobilities: itself, or a partner of either side. */
export async function worksTogether(db: Db, organisationId: string, otherId: string): Promise<boolean> {
  if (organisationId === otherId) return true
  const { rows } = await sql`
    select from partnership where (organisation_id, partner_id) in ((${organisationId}::uuid, ${otherId}::uuid), (${otherId}::uuid, ${organisationId}::uuid))
    limit 1`.execute(db)
  return rows.length > 0
}
