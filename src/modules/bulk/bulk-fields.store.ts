import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

/** The fields that actions on many can set; a key that is absent stays as it is. */
export interface BulkFields {
  flow_id?: string | null
  project_id?: string | null
  hosting_id?: string | null
  country?: string | null
  town?: string | null
  departure?: Day | null
  return_date?: Day | null
}
export const bulkFields = [
  'flow_id',
  'project_id',
  'hosting_id',
  'country',
  'town',
  'departure',
  'return_date',
] as const

/** Sets fields of many rows in one statement, each row its own values; answers the new versions. */
export async function setFields(
  db: Db,
  rows: readonly ({ id: string } & BulkFields)[],
  now: Date,
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const { rows: saved } = await sql<{ id: string; version: number }>`
    update mobility m
    set ${sql.join(bulkFields.map((field) => sql`${sql.ref(field)} = case when n.fields ? ${sql.lit(field)} then ${valueOf(field)} else m.${sql.ref(field)} end`))},
      version = m.version + 1, updated_at = ${now}
    from (select (value ->> 'id')::uuid as id, value as fields from jsonb_array_elements(${JSON.stringify(rows)}::jsonb)) n
    where m.id = n.id and m.id = any (${rows.map(({ id }) => id)}::uuid[]) returning m.id, m.version`.execute(
    db,
  )
  return new Map(saved.map((row) => [row.id, row.version]))
}

function valueOf(field: (typeof bulkFields)[number]) {
  const type = field.endsWith('_id')
    ? 'uuid'
    : field === 'departure' || field === 'return_date'
      ? 'date'
      : 'text'
  return sql`(n.fields ->> ${sql.lit(field)})::${sql.raw(type)}`
}
