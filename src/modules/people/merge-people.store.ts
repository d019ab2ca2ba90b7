import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/**
 * Moves everything that hangs on one file to another and deletes the first: mobilities, parties, tasks, guardianships,
 * invitations. Where both held the same place (two files of one guardian), one place stays.
 * Answers the ids of the mobilities whose participant is now the kept person.
 */
export async function moveFile(db: Db, from: string, to: string): Promise<string[]> {
  const moved = await db
    .updateTable('mobility')
    .set((e) => ({ person_id: to, version: e('version', '+', 1) }))
    .where('person_id', '=', from)
    .returning('id')
    .execute()
  await moveParties(db, from, to)
  await db.updateTable('task').set({ person_id: to }).where('person_id', '=', from).execute()
  await db.updateTable('invitation').set({ person_id: to }).where('person_id', '=', from).execute()
  await moveGuardianships(db, from, to)
  await db.deleteFrom('person').where('id', '=', from).execute()
  return moved.map(({ id }) => id)
}

async function moveParties(db: Db, from: string, to: string): Promise<void> {
  await sql`
    delete from mobility_party old using mobility_party kept
    where old.person_id = ${from} and kept.person_id = ${to}
      and kept.mobility_id = old.mobility_id and kept.role = old.role`.execute(db)
  await db.updateTable('mobility_party').set({ person_id: to }).where('person_id', '=', from).execute()
  // All parties sort and search the mobility by its participant's name.
  await sql`
    update mobility_party p
    set sort_name = app.plain(s.family_name || ' ' || s.given_name),
        search = app.plain(s.given_name || ' ' || s.family_name || ' ' || s.given_name) || ' ' || m.number
    from mobility m join person s on s.id = m.person_id
    where m.person_id = ${to} and p.mobility_id = m.id`.execute(db)
}

async function moveGuardianships(db: Db, from: string, to: string): Promise<void> {
  await sql`
    insert into guardianship (minor_id, guardian_id, relation, created_at)
    select case when minor_id = ${from} then ${to} else minor_id end,
           case when guardian_id = ${from} then ${to} else guardian_id end, relation, created_at
    from guardianship where ${from} in (minor_id, guardian_id)
    on conflict do nothing`.execute(db)
  await sql`delete from guardianship where ${from} in (minor_id, guardian_id)`.execute(db)
}

/** What hangs on a file: mobilities of the participant, and guardianships either way. */
export async function countOf(db: Db, personId: string): Promise<{ mobilities: number; guardians: number }> {
  const { rows } = await sql<{ mobilities: number; guardians: number }>`
    select (select count(*) from mobility where person_id = ${personId}) as mobilities,
      (select count(*) from guardianship where ${personId} in (minor_id, guardian_id)) as guardians`.execute(
    db,
  )
  return rows[0] ?? { mobilities: 0, guardians: 0 }
}
