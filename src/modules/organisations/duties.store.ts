import { sql, type Insertable } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { DutyHolder } from '#server/database/schema.ts'
import type { Day } from '#shared/dates.ts'

/** Somebody who holds a duty; a member's own name, address and absence come first. */
export interface HolderRow {
  id: string
  duty: string
  position: number
  member: string | null
  name: string
  email: string | null
  phone: string | null
  absentFrom: Day | null
  absentUntil: Day | null
}

/** The holders of an organisation's duties, in order. */
export async function holdersOf(db: Db, organisationId: string): Promise<HolderRow[]> {
  const { rows } = await sql<HolderRow>`
    select h.id, h.duty, h.position, h.membership_id as member, coalesce(m.name, h.name) as name, coalesce(m.email, h.email) as email,
      h.phone, coalesce(h.absent_from, m.absent_from) as "absentFrom", coalesce(h.absent_until, m.absent_until) as "absentUntil"
    from duty_holder h left join membership m on m.id = h.membership_id
    where h.organisation_id = ${organisationId} and (h.membership_id is null or m.ended_at is null)
    order by h.duty, h.position`.execute(db)
  return rows
}

/** The contacts that a partner shows to the asking organisation (database/migrations/0007: app.contacts_of). */
export async function contactsOf(db: Db, partnerId: string): Promise<HolderRow[]> {
  const { rows } = await sql<HolderRow>`
    select id, duty, position, null::uuid as member, name, email, phone, absent_from as "absentFrom", absent_until as "absentUntil"
    from app.contacts_of(${partnerId}) order by duty, position`.execute(db)
  return rows
}

/** Puts these holders in the place of those that were there. */
export async function replaceHolders(
  db: Db,
  organisationId: string,
  duty: string,
  holders: readonly Omit<Insertable<DutyHolder>, 'organisation_id' | 'duty' | 'position'>[],
): Promise<void> {
  await db
    .deleteFrom('duty_holder')
    .where('organisation_id', '=', organisationId)
    .where('duty', '=', duty)
    .execute()
  if (holders.length === 0) return
  await db
    .insertInto('duty_holder')
    .values(
      holders.map((holder, i) => ({ ...holder, organisation_id: organisationId, duty, position: i + 1 })),
    )
    .execute()
}

/** Which of these are living memberships of the organisation. */
export async function knownMembers(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.id))
}
