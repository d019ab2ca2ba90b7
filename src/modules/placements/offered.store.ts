import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { ownColumns, ownJoins, type PlacementRow } from './placements.store.ts'

/** A placement as its company reads it: without the record, and the family name only where the record is shared. */
export type OfferedRow = Omit<
  PlacementRow,
  | 'number'
  | 'status'
  | 'departure'
  | 'returnDate'
  | 'birthDate'
  | 'participant'
  | 'givenName'
  | 'flowId'
  | 'flow'
  | 'school'
  | 'guardianApproves'
> & { familyName: string | null }

const columns = sql`${ownColumns}, case when app.sees_mobility(l.mobility_id) then (
    select s.family_name from mobility m join person s on s.id = m.person_id where m.id = l.mobility_id) end as "familyName"`

/**
 * What a company was sent and has neither refused nor lost, what waits for its answer first. `issuer` is the organisation whose
 * personal link is used: it shows only its own.
 */
export async function offeredTo(db: Db, companyId: string, issuer: string | null): Promise<OfferedRow[]> {
  const { rows } = await sql<OfferedRow>`
    select ${columns} from placement l ${ownJoins}
    where l.company_id = ${companyId}::uuid and l.sent_at is not null and l.step not in ('refused', 'withdrawn', 'ended')
      and (${issuer}::uuid is null or ${issuer}::uuid in (l.arranged_by, l.sending_id, l.hosting_id))
    order by (l.step in ('sent', 'interview')) desc, l.starts_on nulls last, l.since, l.id limit 300`.execute(
    db,
  )
  return rows
}

/** One of them, locked with its record. */
export async function findOffered(
  db: Db,
  companyId: string,
  issuer: string | null,
  id: string,
  options: { lock?: boolean } = {},
): Promise<OfferedRow | undefined> {
  const visible = sql`l.id = ${id}::uuid and l.company_id = ${companyId}::uuid and l.sent_at is not null
      and (${issuer}::uuid is null or ${issuer}::uuid in (l.arranged_by, l.sending_id, l.hosting_id))`
  if (options.lock) {
    await sql`select app.lock_mobilities(array(select l.mobility_id from placement l where ${visible}))`.execute(
      db,
    )
    await sql`select from placement l where ${visible} for update`.execute(db)
  }
  const { rows } =
    await sql<OfferedRow>`select ${columns} from placement l ${ownJoins} where ${visible}`.execute(db)
  return rows[0]
}
