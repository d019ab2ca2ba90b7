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
    select distinct l.company_id as "companyId", coalesce(l.starts_on, m.departure) as "from", coalesce(l.ends_on, m.return_date) as "to"
    from placement l left join mobility m on m.id = l.mobility_id
    where l.company_id = any (${[...companyIds]}::uuid[]) and l.mobility_id <> all (${[...but]}::uuid[])
      and l.step not in ('refused', 'withdrawn') and coalesce(l.starts_on, m.departure) is not null
      and coalesce(l.ends_on, m.return_date) is not null
    union
    -- Whose record names a company outright; where there are placements, these alone say who is where.
    select distinct m.company_id, m.departure, m.return_date from mobility m
    where m.company_id = any (${[...companyIds]}::uuid[]) and m.id <> all (${[...but]}::uuid[])
      and m.status not in ('draft', 'withdrawn', 'cancelled', 'force-majeure') and m.departure is not null and m.return_date is not null
      and not exists (select from placement l where l.mobility_id = m.id)`.execute(db)
  return rows
}
