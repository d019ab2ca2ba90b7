import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { RemindableTask } from './reminders.rules.ts'

/** An open task with what a reminder says of it. */
export interface ReminderTask extends RemindableTask {
  key: string
  title: string | null
  duty: string | null
  participant: string
  flow: string | null
  personId: string | null
}

const openStatuses = sql`('draft', 'selected', 'accepted', 'placed', 'ready', 'abroad', 'returned', 'assessed', 'interrupted')`

/** Organisations in whose list something is open and near. */
export async function organisationsWithTasks(db: Db, until: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from task where state = 'open' and organisation_id is not null and due <= ${until}::date`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** People in whose list something is open and near. */
export async function peopleWithTasks(db: Db, until: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from task where state = 'open' and person_id is not null and due <= ${until}::date`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** The near open tasks of an organisation or of some people, in mobilities that go on. */
export async function nearTasks(
  db: Db,
  owner: { organisationId: string } | { personIds: readonly string[] },
  until: string,
): Promise<ReminderTask[]> {
  const whose =
    'organisationId' in owner
      ? sql`t.organisation_id = ${owner.organisationId}`
      : sql`t.person_id = any (${[...owner.personIds]}::uuid[])`
  const { rows } = await sql<ReminderTask>`
    select t.key, t.title, t.duty, t.state, t.blocked, t.due, t.unblocked_on as "unblockedOn", t.person_id as "personId",
      s.given_name || ' ' || s.family_name as participant, f.name as flow
    from task t join mobility m on m.id = t.mobility_id join person s on s.id = m.person_id left join flow f on f.id = m.flow_id
    where ${whose} and t.state = 'open' and t.due <= ${until}::date and m.status in ${openStatuses}
    order by t.due, t.id
    limit 5000`.execute(db)
  return rows
}

/** Where the mail for one duty of an organisation goes. */
export interface Mailbox {
  duty: string | null
  position: number
  name: string
  email: string
  language: string
  absentFrom: string | null
  absentUntil: string | null
}

/** Duty holders in their order; coordinators stand in for every duty; a company without members is reached where it can be. */
export async function mailboxesOf(db: Db, organisationId: string): Promise<Mailbox[]> {
  const { rows } = await sql<Mailbox>`
    select h.duty, h.position, coalesce(m.name, h.name) as name, coalesce(m.email, h.email) as email, coalesce(u.language, o.language) as language,
      coalesce(h.absent_from, m.absent_from) as "absentFrom", coalesce(h.absent_until, m.absent_until) as "absentUntil"
    from duty_holder h
    join organisation o on o.id = h.organisation_id
    left join membership m on m.id = h.membership_id and m.ended_at is null
    left join identity."user" u on u.id = m.user_id
    where h.organisation_id = ${organisationId} and coalesce(m.email, h.email) is not null
    union all
    select null, 100 + row_number() over (order by m.created_at)::integer, m.name, m.email, u.language, m.absent_from, m.absent_until
    from membership m join identity."user" u on u.id = m.user_id
    where m.organisation_id = ${organisationId} and m.ended_at is null and m.roles && array['coordinator', 'tutor']
    union all
    select null, 900, l.tutor_name, l.tutor_email, l.language, null, null
    from tutor_link l where l.company_id = ${organisationId} and l.tutor_email is not null and l.revoked_at is null
    union all
    select null, 1000, o.name, o.email, o.language, null, null from organisation o where o.id = ${organisationId} and o.email is not null`.execute(
    db,
  )
  return rows
}

/** How to reach people. */
export async function addressesOf(
  db: Db,
  personIds: readonly string[],
): Promise<{ id: string; name: string; email: string; language: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string; language: string }>`
    select s.id, s.given_name as name, coalesce(u.email, s.email) as email, coalesce(u.language, s.language) as language
    from person s left join identity."user" u on u.id = s.user_id
    where s.id = any (${[...personIds]}::uuid[]) and coalesce(u.email, s.email) is not null`.execute(db)
  return rows
}

/** The day of the last reminder to each address. */
export async function lastReminders(db: Db, emails: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ email: string; day: string }>`
    select email, max(day) as day from reminder where email = any (${[...emails]}::text[]) group by email`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.email, row.day]))
}

/** Takes today's place for an address; false when it was taken already, so that nobody gets two mails a day. */
export async function takeReminder(db: Db, email: string, day: string, tasks: number): Promise<boolean> {
  const result = await db
    .insertInto('reminder')
    .values({ email, day, tasks })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
