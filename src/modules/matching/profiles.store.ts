import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Candidate } from './pair.rules.ts'

export interface ProfileRow {
  field: string | null
  languages: Candidate['languages']
  skills: string[]
  accessNeeds: boolean
  wishes: string[]
  wantedBy: string[]
  friends: string[]
  mostKilometres: number | null
  version: number
}

const recordField = sql`substring(m.field from '^[0-9]{2,4}')`
const columns = sql`coalesce(f.languages, '[]') as languages,
  coalesce(f.skills, '{}') as skills, coalesce(f.access_needs, false) as "accessNeeds", coalesce(f.wishes, '{}') as wishes,
  coalesce(f.wanted_by, '{}') as "wantedBy", coalesce(f.friends, '{}') as friends, f.most_kilometres as "mostKilometres",
  coalesce(f.version, 0) as version`

/** What somebody's placement is looked for by; what was never said is empty, with version 0. */
export async function findProfile(db: Db, mobilityId: string): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select coalesce(f.field, ${recordField}) as field, ${columns}
    from mobility m left join placement_profile f on f.mobility_id = m.id where m.id = ${mobilityId}::uuid`.execute(
    db,
  )
  return rows[0]
}

export interface LockedProfile extends ProfileRow {
  mobilityId: string
  status: string
  /** The field of the record, by which matching goes while `field` says nothing else. */
  recordField: string | null
}

/** Profiles of many, held until the end of the transaction: those that are not there yet cannot be written by others either. */
export async function lockProfiles(db: Db, mobilityIds: readonly string[]): Promise<LockedProfile[]> {
  if (mobilityIds.length === 0) return []
  const ids = [...mobilityIds]
  await sql`select app.lock_mobilities(${ids}::uuid[])`.execute(db)
  const { rows } = await sql<LockedProfile>`
    select m.id as "mobilityId", m.status, f.field, ${recordField} as "recordField", ${columns} from mobility m left join placement_profile f on f.mobility_id = m.id
    where m.id = any (${ids}::uuid[]) order by m.id`.execute(db)
  return rows
}

/** Saves profiles in one statement; what companies read and what rooms are given by stays as it is. */
export async function saveProfiles(
  db: Db,
  profiles: readonly (Omit<ProfileRow, 'version'> & { mobilityId: string })[],
  now: Date,
): Promise<void> {
  if (profiles.length === 0) return
  await db
    .insertInto('placement_profile')
    .values(
      profiles.map((one) => ({
        mobility_id: one.mobilityId,
        field: one.field,
        languages: JSON.stringify(one.languages),
        skills: one.skills,
        access_needs: one.accessNeeds,
        wishes: one.wishes,
        wanted_by: one.wantedBy,
        friends: one.friends,
        most_kilometres: one.mostKilometres,
        updated_at: now,
      })),
    )
    .onConflict((c) =>
      c.column('mobility_id').doUpdateSet((e) => ({
        field: e.ref('excluded.field'),
        languages: e.ref('excluded.languages'),
        skills: e.ref('excluded.skills'),
        access_needs: e.ref('excluded.access_needs'),
        wishes: e.ref('excluded.wishes'),
        wanted_by: e.ref('excluded.wanted_by'),
        friends: e.ref('excluded.friends'),
        most_kilometres: e.ref('excluded.most_kilometres'),
        updated_at: e.ref('excluded.updated_at'),
        version: e('placement_profile.version', '+', 1),
      })),
    )
    .execute()
}

/** What is looked for: words, or these things by their ids. */
export type Sought = { words: string } | { ids: readonly string[] }

export interface WishablePosition {
  id: string
  title: string
  company: string | null
  town: string | null
  country: string | null
  field: string | null
}

/** Positions that somebody can wish for, 30 at most, or those named (app.wishable_positions). */
export async function wishablePositions(
  db: Db,
  mobilityId: string,
  sought: Sought,
): Promise<WishablePosition[]> {
  if ('ids' in sought && sought.ids.length === 0) return []
  const { rows } = await sql<WishablePosition>`
    select * from app.wishable_positions(${mobilityId}::uuid, ${patternsOf(sought)}, ${idsOf(sought)}, 30)`.execute(
    db,
  )
  return rows
}

/** Who travels with somebody, ten at most, or those named (app.companions). */
export async function companionsOf(
  db: Db,
  mobilityId: string,
  sought: Sought,
): Promise<{ id: string; name: string }[]> {
  if ('ids' in sought && sought.ids.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select * from app.companions(${mobilityId}::uuid, ${patternsOf(sought)}, ${idsOf(sought)}, 10)`.execute(
    db,
  )
  return rows
}

function patternsOf(sought: Sought): RawBuilder<unknown> {
  const words = 'words' in sought ? sought.words.trim().split(/\s+/).filter(Boolean).slice(0, 10) : []
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  return sql`(select coalesce(array_agg(app.plain(one)), '{}') from unnest(${patterns}::text[]) one)`
}

const idsOf = (sought: Sought): RawBuilder<unknown> =>
  sql`${'ids' in sought ? [...sought.ids] : null}::uuid[]`
