import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Standing } from './standing.store.ts'
import type { TaskRow } from './task-rows.store.ts'

/** A task in a list, with the mobility it belongs to. */
export interface ListedTask extends TaskRow {
  number: number
  participant: string
  flow: string | null
  country: string | null
  departure: string | null
  return_date: string | null
  status: string
}

const withMobility = sql`
  t.*, m.number, s.given_name || ' ' || s.family_name as participant, f.name as flow, m.country, m.departure, m.return_date, m.status
  from task t
  join mobility m on m.id = t.mobility_id
  join person s on s.id = m.person_id
  left join flow f on f.id = m.flow_id`

/** Own open tasks of an organisation by due day, one range of one index; `after` is the last row of the page before. */
export async function openTasksOf(
  db: Db,
  standing: Standing,
  options: {
    before: string | null
    blocked: boolean | null
    after: { due: string; id: string } | null
    limit: number
  },
): Promise<ListedTask[]> {
  const { rows } = await sql<ListedTask>`
    select ${withMobility}
    where t.organisation_id = ${standing.organisationId}::uuid and t.state = 'open' and t.due is not null
      and (${options.before}::date is null or t.due < ${options.before}::date)
      and (${options.blocked}::boolean is null or t.blocked = ${options.blocked}::boolean)
      and (${options.after?.due ?? null}::date is null or (t.due, t.id) > (${options.after?.due ?? null}::date, ${options.after?.id ?? null}::uuid))
      and (${standing.membershipId}::uuid is null or exists (select from mobility_party p where p.mobility_id = t.mobility_id and p.membership_id = ${standing.membershipId}::uuid))
    order by t.due, t.id
    limit ${options.limit}`.execute(db)
  return rows
}

/** Open tasks of these people by due day. */
export async function openTasksOfPeople(
  db: Db,
  personIds: readonly string[],
  options: { after: { due: string; id: string } | null; limit: number },
): Promise<ListedTask[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<ListedTask>`
    select ${withMobility}
    where t.person_id = any (${[...personIds]}::uuid[]) and t.state = 'open' and t.due is not null
      and (${options.after?.due ?? null}::date is null or (t.due, t.id) > (${options.after?.due ?? null}::date, ${options.after?.id ?? null}::uuid))
    order by t.due, t.id
    limit ${options.limit}`.execute(db)
  return rows
}

/** The tasks of a mobility that a party sees: the shared ones and those that stand in its own list. */
export async function tasksOfMobility(db: Db, mobilityId: string, standing: Standing): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select * from task
    where mobility_id = ${mobilityId}
      and (visibility = 'shared' or organisation_id = ${standing.organisationId}::uuid or person_id = any (${standing.personIds}::uuid[]))
    order by due nulls last, id`.execute(db)
  return rows
}

/** Tasks by id that row-level security lets the actor reach at all, locked for change; who may is decided after. */
export async function lockTasks(db: Db, ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<TaskRow>`select * from task where id = any (${[...ids]}::uuid[]) order by id for update`.execute(
      db,
    )
  return rows
}

/** Sets the state of tasks that were found and judged before. */
export async function setTaskState(
  db: Db,
  ids: readonly string[],
  values: {
    state: 'open' | 'done' | 'waived'
    doneAt: Date | null
    doneBy: string | null
    waivedReason: string | null
  },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('task')
    .set((e) => ({
      state: values.state,
      done_at: values.doneAt,
      done_by: values.doneBy,
      waived_reason: values.waivedReason,
      version: e('version', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute()
}

/** What is late or due this week, grouped so that one row is one thing to do: the same task of one flow. */
export async function dueGroups(db: Db, organisationId: string, before: string) {
  const { rows } = await sql<{
    key: string
    title: string | null
    duty: string | null
    fact: string | null
    flow_id: string | null
    flow: string | null
    due: string
    n: number
    ids: string[]
    departure: string | null
    example: string
    mobility_id: string
  }>`
    select t.key, t.title, t.duty, t.fact, m.flow_id, f.name as flow, min(t.due) as due, count(*)::integer as n,
      (array_agg(t.id order by t.due))[1:500] as ids, min(m.departure) as departure,
      (array_agg(s.given_name || ' ' || s.family_name order by t.due))[1] as example, (array_agg(m.id order by t.due))[1] as mobility_id
    from task t
    join mobility m on m.id = t.mobility_id
    join person s on s.id = m.person_id
    left join flow f on f.id = m.flow_id
    where t.organisation_id = ${organisationId} and t.state = 'open' and t.due < ${before}::date and not t.blocked
    group by t.key, t.title, t.duty, t.fact, m.flow_id, f.name
    order by min(t.due), count(*) desc
    limit 60`.execute(db)
  return rows
}

/** Departures and returns of a span of days, and how many own tasks are due and late. */
export async function weekOf(db: Db, organisationId: string, from: string, until: string) {
  const count = async (column: 'departure' | 'return_date') => {
    const { rows } = await sql<{ day: string; count: number }>`
      select ${sql.ref(column)} as day, count(*)::integer as count from mobility_party
      where organisation_id = ${organisationId} and main and ${sql.ref(column)} between ${from}::date and ${until}::date
        and status not in ('withdrawn', 'cancelled', 'draft')
      group by 1 order by 1`.execute(db)
    return rows
  }
  const { rows } = await sql<{ late: number; due: number }>`
    select count(*) filter (where due < ${from}::date)::integer as late, count(*) filter (where due >= ${from}::date)::integer as due
    from task where organisation_id = ${organisationId} and state = 'open' and due <= ${until}::date`.execute(
    db,
  )
  return {
    departures: await count('departure'),
    returns: await count('return_date'),
    late: rows[0]?.late ?? 0,
    due: rows[0]?.due ?? 0,
  }
}

/** Reported problems that nobody has answered, newest first. */
export async function openProblems(db: Db, organisationId: string) {
  const { rows } = await sql<{
    id: string
    mobility_id: string
    participant: string
    kind: string
    text: string
    by: string
    at: Date
  }>`
    select r.id, r.mobility_id, s.given_name || ' ' || s.family_name as participant, r.kind, r.text, r.reporter_label as by, r.created_at as at
    from problem_report r
    join mobility_party p on p.mobility_id = r.mobility_id and p.organisation_id = ${organisationId} and p.main and p.role in ('sending', 'hosting')
    join mobility m on m.id = r.mobility_id
    join person s on s.id = m.person_id
    where r.answered_at is null
    order by r.created_at desc
    limit 50`.execute(db)
  return rows
}

/** Answers a problem once; nothing when it is not there for this organisation or answered already. */
export async function answerProblem(
  db: Db,
  organisationId: string,
  id: string,
  values: { answer: string; by: string; at: Date },
) {
  const { rows } = await sql<{ mobility_id: string }>`
    update problem_report r set answer = ${values.answer}, answered_by = ${values.by}, answered_at = ${values.at}
    where r.id = ${id} and r.answered_at is null
      and exists (select from mobility_party p where p.mobility_id = r.mobility_id and p.organisation_id = ${organisationId} and p.role in ('sending', 'hosting'))
    returning r.mobility_id`.execute(db)
  return rows[0]
}

/** Moves one task for itself. */
export async function setOffset(db: Db, id: string, offsetDays: number, due: string): Promise<void> {
  await db
    .updateTable('task')
    .set((e) => ({ offset_days: offsetDays, due, moved: true, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
