import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** A mobility of which one of these people is the participant or a guardian. */
export async function findOwnStay(db: Db, personIds: readonly string[], mobilityId: string) {
  if (personIds.length === 0) return undefined
  const { rows } = await sql<{ id: string; sending_id: string; person_id: string; flow_id: string | null }>`
    select m.id, m.sending_id, m.person_id, m.flow_id from mobility m
    where m.id = ${mobilityId}::uuid and exists (
      select from mobility_party p where p.mobility_id = m.id and p.role in ('participant', 'guardian')
        and p.person_id = any (${[...personIds]}::uuid[]))`.execute(db)
  return rows[0]
}
