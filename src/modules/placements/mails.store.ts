import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface StaffAddress {
  organisationId: string
  email: string
  language: string
}

/** Coordinators who are there today. */
export async function coordinatorsOf(
  db: Db,
  organisationIds: readonly string[],
  today: Day,
): Promise<StaffAddress[]> {
  const { rows } = await sql<StaffAddress>`
    select distinct on (m.organisation_id, m.email) m.organisation_id as "organisationId", m.email, coalesce(u.language, 'en') as language
    from membership m left join identity."user" u on u.id = m.user_id
    where m.organisation_id = any (${[...organisationIds]}::uuid[]) and m.ended_at is null and 'coordinator' = any (m.roles)
      and not ((m.absent_from is not null or m.absent_until is not null)
        and coalesce(m.absent_from, '-infinity'::date) <= ${today}::date and coalesce(m.absent_until, 'infinity'::date) >= ${today}::date)`.execute(
    db,
  )
  return rows
}

/** Mobilities whose first company is over while another one goes on. */
export async function turnsToNext(db: Db, today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.mobility_id as id from placement a
      join placement b on b.mobility_id = a.mobility_id and b.id <> a.id and b.step in ('accepted', 'approved', 'confirmed')
        and b.starts_on > a.starts_on and b.ends_on >= ${today}::date
      join mobility m on m.id = a.mobility_id and m.company_id = a.company_id
    where a.step = 'confirmed' and a.ends_on < ${today}::date and a.ends_on > ${today}::date - 60`.execute(db)
  return rows.map(({ id }) => id)
}
