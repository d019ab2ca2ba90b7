import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { KnownProfile } from './company-view.rules.ts'

/** What companies may get to see of people (app.company_profiles: nothing else leaves the database for them). */
export async function profilesOf(
  db: Db,
  mobilityIds: readonly string[],
): Promise<(KnownProfile & { mobilityId: string })[]> {
  if (mobilityIds.length === 0) return []
  const { rows } = await sql<KnownProfile & { mobilityId: string }>`
    select mobility_id as "mobilityId", given_name as "givenName", age, school, school_town as "schoolTown",
      school_country as "schoolCountry", field, languages, skills, about, hopes, cv_file_id as "cvFileId", cv_name as "cvName"
    from app.company_profiles(${[...mobilityIds]}::uuid[])`.execute(db)
  return rows
}

/** The version of what was written about somebody; 0 where nothing was. Held until the end of the transaction, also where nothing is written yet. */
export async function profileVersion(db: Db, mobilityId: string): Promise<number> {
  await sql`select app.lock_mobilities(array[${mobilityId}::uuid])`.execute(db)
  return readVersion(db, mobilityId)
}

export async function readVersion(db: Db, mobilityId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from placement_profile where mobility_id = ${mobilityId}::uuid`.execute(db)
  return rows[0]?.version ?? 0
}

/** Writes what companies get to see, and leaves what only a match looks at. */
export async function saveWords(
  db: Db,
  mobilityId: string,
  one: {
    about: string | null
    hopes: string | null
    languages: readonly { code: string; level: string }[]
    skills: readonly string[]
    cvFileId: string | null
  },
  now: Date,
): Promise<void> {
  await sql`
    insert into placement_profile (mobility_id, about, hopes, languages, skills, cv_file_id, updated_at)
    values (${mobilityId}, ${one.about}, ${one.hopes}, ${JSON.stringify(one.languages)}::jsonb, ${[...one.skills]}::text[], ${one.cvFileId},
      ${now})
    on conflict (mobility_id) do update set about = excluded.about, hopes = excluded.hopes, languages = excluded.languages,
      skills = excluded.skills, cv_file_id = excluded.cv_file_id, updated_at = excluded.updated_at,
      version = placement_profile.version + 1`.execute(db)
}

/** A CV that was kept for this mobility. */
export async function cvOf(
  db: Db,
  mobilityId: string,
  fileId: string,
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from file where id = ${fileId}::uuid and mobility_id = ${mobilityId}::uuid and purpose = 'cv'`.execute(
    db,
  )
  return rows[0]
}

/** Forgets every CV of this mobility but the one that is shown (app.drop_cvs). */
export async function dropOtherCvs(db: Db, mobilityId: string, kept: string | null): Promise<void> {
  await sql`select app.drop_cvs(${mobilityId}::uuid, ${kept}::uuid)`.execute(db)
}
