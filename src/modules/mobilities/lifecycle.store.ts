import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { isMinor } from '#modules/people/people.rules.ts'
import type { LifecycleMobility } from './conditions.rules.ts'
import type { Status } from './statuses.rules.ts'

/** A mobility as the lifecycle rules judge it. */
export interface LifecycleRow extends LifecycleMobility {
  id: string
  version: number
}

interface Loaded {
  id: string
  version: number
  status: Status
  departure: Day | null
  returnDate: Day | null
  activityType: string
  birthDate: Day | null
  hasCompany: boolean
  facts: string[]
  openReady: number
  openClosed: number
}

/** Loads what the lifecycle rules need for many mobilities in one query; locks the rows when they are about to change. */
export async function loadLifecycle(
  db: Db,
  ids: readonly string[],
  today: Day,
  options: { lock?: boolean } = {},
): Promise<LifecycleRow[]> {
  const { rows } = await sql<Loaded>`
    select m.id, m.version, m.status, m.departure, m.return_date as "returnDate", m.activity_type as "activityType",
      s.birth_date as "birthDate", m.company_id is not null as "hasCompany",
      coalesce((select array_agg(f.name) from fact f where f.mobility_id = m.id), '{}') as facts,
      coalesce(open.ready, 0) as "openReady", coalesce(open.closed, 0) as "openClosed"
    from mobility m join person s on s.id = m.person_id
    left join (
      select mobility_id, count(*) filter (where blocks = 'ready') as ready, count(*) filter (where blocks = 'closed') as closed
      from app.tasks_of(${[...ids]}::uuid[]) where state = 'open' and blocks is not null group by mobility_id
    ) open on open.mobility_id = m.id
    where m.id = any (${[...ids]}::uuid[])
    order by m.id ${options.lock ? sql`for update of m` : sql``}`.execute(db)
  return rows.map(({ birthDate, facts, openReady, openClosed, ...row }) => ({
    ...row,
    participantIsMinor: isMinor(birthDate, row.departure ?? today) === true,
    facts: new Set(facts),
    openTasks: { ready: openReady, closed: openClosed },
  }))
}

export interface StatusUpdate {
  id: string
  status: Status
  reason: string | null
  day: Day | null
}

/** Writes new statuses; answers the new version of each. */
export async function saveStatuses(
  db: Db,
  updates: readonly StatusUpdate[],
  now: Date,
): Promise<Map<string, number>> {
  if (updates.length === 0) return new Map()
  const { rows } = await sql<{ id: string; version: number }>`
    update mobility m
    set status = n.status, status_since = ${now}, status_reason = n.reason, status_day = n.day, version = m.version + 1, updated_at = ${now}
    from unnest(${updates.map((u) => u.id)}::uuid[], ${updates.map((u) => u.status)}::text[], ${updates.map((u) => u.reason)}::text[],
      ${updates.map((u) => u.day)}::date[]) as n (id, status, reason, day)
    where m.id = n.id returning m.id, m.version`.execute(db)
  return new Map(rows.map((row) => [row.id, row.version]))
}

/** Mobilities that a new day may move on by itself: ready ones on or after departure, abroad ones on or after the return. */
export async function movedByTheCalendar(
  db: Db,
  today: Day,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from mobility m
    where m.id > ${after}::uuid and (
      (m.status = 'ready' and m.departure <= ${today}::date) or (m.status in ('abroad', 'returned') and m.return_date <= ${today}::date))
    order by m.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}
