import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

/** The periods in which companies have trainees, but for these people; those that came to nothing do not count. */
export async function groupsAt(
  db: Db,
  companyIds: readonly string[],
  but: readonly string[],
): Promise<{ companyId: string; from: Day; to: Day }[]> {
  if (companyIds.length === 0) return []
  const { rows } = await sql<{ companyId: string; from: Day; to: Day }>`
    select distinct company_id as "companyId", starts_on as "from", ends_on as "to" from placement
    where company_id = any (${[...companyIds]}::uuid[]) and mobility_id <> all (${[...but]}::uuid[])
      and step not in ('refused', 'withdrawn') and starts_on is not null and ends_on is not null
    union
    select distinct company_id, departure, return_date from mobility
    where company_id = any (${[...companyIds]}::uuid[]) and id <> all (${[...but]}::uuid[])
      and status not in ('draft', 'withdrawn', 'cancelled') and departure is not null and return_date is not null`.execute(
    db,
  )
  return rows
}
