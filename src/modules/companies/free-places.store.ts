import { sql } from 'kysely'
import { addDays, type Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface Opening {
  companyId: string
  startsOn: Day | null
  endsOn: Day | null
  places: number
}

/** Positions that are not over and not archived; of one company, or of all. */
export async function openingsOf(
  db: Db,
  organisationId: string,
  today: Day,
  companyId?: string,
): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select company_id as "companyId", starts_on as "startsOn", ends_on as "endsOn", places from position
    where organisation_id = ${organisationId} and archived_at is null and coalesce(ends_on, ${today}::date) >= ${today}::date
      ${companyId ? sql`and company_id = ${companyId}::uuid` : sql``}`.execute(db)
  return rows
}

/** So far ahead people are counted. */
const mostDays = 800

/**
 * Who works where, today or later, as the boards see it: by placement, or by the record where nobody has written a placement.
 */
export async function workingOf(db: Db, today: Day): Promise<{ companyId: string; from: Day; to: Day }[]> {
  const last = addDays(today, mostDays)
  const { rows } = await sql<{ companyId: string; from: Day; to: Day }>`
    with people as (select * from app.people_between(${today}::date, ${last}::date, null) where coming),
      placed as (select * from app.placements_between(${today}::date - 60, ${last}::date, null))
    select l.company_id as "companyId", l.starts_on as "from", l.ends_on as "to" from placed l join people p on p.mobility_id = l.mobility_id
    union all
    select p.company_id, p.departure, p.return_date from people p
    where p.company_id is not null and p.company_stage is distinct from 'declined'
      and not exists (select from placed l where l.mobility_id = p.mobility_id)`.execute(db)
  return rows
}
