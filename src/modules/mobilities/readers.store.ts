import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

/** Somebody who is written to about a mobility. */
export interface Reader {
  mobilityId: string
  /** Whose stay it is. */
  participant: string
  personId: string
  role: 'participant' | 'guardian'
  name: string
  givenName: string
  email: string
  language: string
}

/**
 * Whom to write to about these mobilities: the participant, first, and the guardians of one who is a minor at the departure (today where no
 * day is known yet, as everywhere); each at the address of their account, else that of their file. Who has none is absent.
 */
export async function readersOf(db: Db, mobilityIds: readonly string[], today: Day): Promise<Reader[]> {
  if (mobilityIds.length === 0) return []
  const { rows } = await sql<Reader>`
    select y.mobility_id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, s.id as "personId", y.role,
      trim(s.given_name || ' ' || s.family_name) as name, s.given_name as "givenName", a.email, coalesce(u.language, s.language) as language
    from mobility_party y join person s on s.id = y.person_id join mobility m on m.id = y.mobility_id join person p on p.id = m.person_id
      left join identity."user" u on u.id = s.user_id
      cross join lateral (select coalesce(nullif(u.email, ''), nullif(s.email, '')) as email) a
    where y.mobility_id = any (${[...mobilityIds]}::uuid[]) and a.email is not null
      and (y.role = 'participant'
        or (y.role = 'guardian' and p.birth_date > coalesce(m.departure, ${today}::date) - interval '18 years'))
    order by p.sort_name, y.mobility_id, y.role desc, s.id`.execute(db)
  return rows
}
