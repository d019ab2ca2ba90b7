import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** A file as far as an invitation needs it. */
export interface InvitablePerson {
  id: string
  kind: string
  name: string
  email: string | null
  language: string
  hasAccount: boolean
  invited: boolean
}

/** Those of the files asked for that the organisation keeps. */
export async function invitablePeople(
  db: Db,
  organisationId: string,
  ids: readonly string[],
  now: Date,
): Promise<InvitablePerson[]> {
  const { rows } = await sql<InvitablePerson>`
    select s.id, s.kind, s.given_name as name, lower(s.email) as email, s.language, s.user_id is not null as "hasAccount",
      exists (select from invitation i where i.organisation_id = ${organisationId} and i.person_id = s.id
        and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}) as invited
    from person s
    where s.organisation_id = ${organisationId} and s.id = any (${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** Joins a file with the account of whoever accepted; false when it is somebody else's already. */
export async function joinPerson(db: Db, personId: string, userId: string): Promise<boolean> {
  const result = await db
    .updateTable('person')
    .set({ user_id: userId })
    .where('id', '=', personId)
    .where((e) => e.or([e('user_id', 'is', null), e('user_id', '=', userId)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
