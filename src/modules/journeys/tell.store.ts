import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface ToldOrganisation {
  id: string
  hosting: boolean
  /** The names of those who travel. */
  people: string[]
}

/** The senders and hosts of these mobilities, without the one that made the change. */
export async function organisationsOf(
  db: Db,
  mobilityIds: readonly string[],
  but: string | null,
): Promise<ToldOrganisation[]> {
  const { rows } = await sql<ToldOrganisation>`
    select y.organisation_id as id, bool_or(y.role = 'hosting') as hosting,
      array_agg(distinct trim(p.given_name || ' ' || p.family_name)) as people
    from mobility_party y join mobility m on m.id = y.mobility_id join person p on p.id = m.person_id
    where y.mobility_id = any (${[...mobilityIds]}::uuid[]) and y.role in ('sending', 'hosting')
      and y.organisation_id is distinct from ${but}::uuid
    group by y.organisation_id`.execute(db)
  return rows
}
