import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { KnownPerson } from './known-people.rules.ts'

/** What tells the people apart whose files the organisation keeps, those of the given kinds only. */
export async function knownPeople(
  db: Db,
  organisationId: string,
  kinds: readonly string[],
): Promise<KnownPerson[]> {
  const rows = await db
    .selectFrom('person')
    .select([
      'id',
      'kind',
      'given_name as givenName',
      'family_name as familyName',
      'sort_name as plainName',
      'birth_date as birthDate',
      'email',
      'phone',
      'student_number as studentNumber',
    ])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', [...kinds])
    .execute()
  return rows.map((row) => ({ ...row, plainName: row.plainName ?? '' }))
}

/** Texts in lower case without accents, exactly as the database keeps names; one question for any number. */
export async function plainNames(db: Db, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ plain: string }>`
    select app.plain(name) as plain from unnest(${[...names]}::text[]) with ordinality as n (name, position)
    order by position`.execute(db)
  return rows.map((row) => row.plain)
}
