import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface Addressee {
  mobilityId: string
  personId: string
  participant: string
  flow: string | null
  name: string
  email: string
  language: string
}

/** Where to ask for the papers of these mobilities: the participant, and the guardians of a minor. */
export async function addresseesOf(db: Db, mobilityIds: readonly string[]): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select p.mobility_id as "mobilityId", a.id as "personId", s.given_name || ' ' || s.family_name as participant, f.name as flow,
      a.given_name as name, a.email, a.language
    from mobility_party p join person a on a.id = p.person_id join mobility m on m.id = p.mobility_id
    join person s on s.id = m.person_id left join flow f on f.id = m.flow_id
    where p.mobility_id = any (${[...mobilityIds]}::uuid[]) and p.role in ('participant', 'guardian') and coalesce(a.email, '') <> ''
    order by a.id, m.departure`.execute(db)
  return rows
}
