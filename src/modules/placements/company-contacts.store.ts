import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** Somebody at a company to whom one can write. */
export interface CompanyContact {
  companyId: string
  name: string
  email: string
  language: string
  /** Signs in; everybody else gets a personal link. */
  account: boolean
}

/**
 * Whom a company's proposals go to: its members with an account; else those who had a personal link; else the tutors of the
 * register; else its general address. As far as the asking organisation sees them.
 */
export async function companyContacts(db: Db, companyIds: readonly string[]): Promise<CompanyContact[]> {
  if (companyIds.length === 0) return []
  const ids = [...companyIds]
  const { rows } = await sql<CompanyContact & { rank: number }>`
    select "companyId", name, email, language, rank = 1 as account from (
      select *, min(rank) over (partition by "companyId") as best from (
        select distinct on (u."companyId", lower(u.email)) u.* from (
          select x.company_id as "companyId", x.name, x.email, x.language, 1 as rank from app.company_members(${ids}::uuid[]) x
          union all
          select l.company_id, l.tutor_name, l.tutor_email, l.language, 2 from tutor_link l
            where l.company_id = any (${ids}::uuid[]) and l.tutor_email is not null and l.revoked_at is null
          union all
          select k.company_id, t.value ->> 'name', t.value ->> 'email', lower(coalesce(o.country, 'en')), 3
            from company_card k join organisation o on o.id = k.company_id cross join lateral jsonb_array_elements(k.tutors) t
            where k.company_id = any (${ids}::uuid[]) and t.value ->> 'email' <> ''
          union all
          select o.id, o.name, o.email, lower(coalesce(o.country, 'en')), 4 from organisation o
            where o.id = any (${ids}::uuid[]) and o.email <> ''
        ) u order by u."companyId", lower(u.email), u.rank
      ) once
    ) ranked where rank = best order by name`.execute(db)
  return rows
}
