import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface FactKey {
  mobilityId: string
  name: string
}

/** Records facts; answers those that are new. */
export async function insertFacts(
  db: Db,
  facts: readonly FactKey[],
  at: Date,
  by: string,
): Promise<FactKey[]> {
  if (facts.length === 0) return []
  const { rows } = await sql<FactKey>`
    insert into fact (mobility_id, name, at, by_label)
    select n.mobility_id, n.name, ${at}, ${by}
    from unnest(${facts.map((f) => f.mobilityId)}::uuid[], ${facts.map((f) => f.name)}::text[]) as n (mobility_id, name)
    on conflict (mobility_id, name) do nothing
    returning mobility_id as "mobilityId", name`.execute(db)
  return rows
}

/** Takes facts back; answers those that were there. */
export async function deleteFacts(
  db: Db,
  mobilityIds: readonly string[],
  names: readonly string[],
): Promise<FactKey[]> {
  const { rows } = await sql<FactKey>`
    delete from fact where mobility_id = any (${[...mobilityIds]}::uuid[]) and name = any (${[...names]}::text[])
    returning mobility_id as "mobilityId", name`.execute(db)
  return rows
}
