import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** The mobilities that came from rows with these keys, by key. */
export async function mobilitiesByKey(
  db: Db,
  organisationId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('mobility')
    .select(['id', 'import_key'])
    .where('sending_id', '=', organisationId)
    .where('import_key', '=', sql<string>`any (${[...keys]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.import_key ?? '', row.id]))
}

/** The days on which these persons go already: `<person> <departure>` → number of the mobility. */
export async function staysOf(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('mobility')
    .select(['person_id', 'departure', 'number'])
    .where('sending_id', '=', organisationId)
    .where('person_id', '=', sql<string>`any (${[...personIds]}::uuid[])`)
    .where('departure', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [`${row.person_id} ${row.departure}`, row.number]))
}

/** Which of these persons are travellers of the organisation. */
export async function ownPeople(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '<>', 'guardian')
    .where('id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The organisation's projects by code in small letters without blanks. */
export async function projectsByCode(db: Db, organisationId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('project')
    .select(['id', 'code'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Map(rows.map((row) => [codeKey(row.code), row.id]))
}

export const codeKey = (code: string): string => code.toLowerCase().replaceAll(/\s+/g, '')

/** Whether a project is the organisation's own. */
export const ownProject = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('project')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Names the tutors of companies in many mobilities at once. */
export async function insertTutors(
  db: Db,
  tutors: readonly {
    mobilityId: string
    companyId: string
    name: string
    email: string | null
    phone: string | null
  }[],
  at: Date,
): Promise<void> {
  if (tutors.length === 0) return
  await sql`
    insert into mobility_contact (mobility_id, role, organisation_id, duty, name, email, phone, updated_at)
    select n."mobilityId", 'company', n."companyId", 'tutor', n.name, n.email, n.phone, ${at}
    from jsonb_to_recordset(${JSON.stringify(tutors)}::jsonb)
      as n ("mobilityId" uuid, "companyId" uuid, name text, email text, phone text)
    on conflict do nothing`.execute(db)
}
