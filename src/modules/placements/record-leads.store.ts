import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { replaced } from './placement-steps.rules.ts'

/** A placement that followed its record. */
export interface Changed {
  id: string
  mobilityId: string
  company: string
  code: string | null
}

const open = sql`l.step not in ('refused', 'withdrawn', 'ended')`

/** Writes a placement down for each record that names a company without one. The company knows of it: it is named outright. */
export async function placeNamed(db: Db, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into placement (mobility_id, company_id, arranged_by, starts_on, ends_on, step, shared, sent_at, approved_by_sender,
      approved_by_participant, working_hours, workplace_address, since, created_at)
    select m.id, m.company_id, m.sending_id, coalesce(gone.starts_on, m.departure), coalesce(gone.ends_on, m.return_date), s.step, true,
      ${now}, s.step in ('confirmed', 'ended'), s.step in ('confirmed', 'ended'), m.working_hours, m.workplace_address, ${now}, ${now}
    from mobility m
    cross join lateral (
      select case
        when m.status in ('withdrawn', 'cancelled', 'force-majeure') then 'withdrawn'
        when m.status in ('returned', 'assessed', 'closed', 'ended-early') then 'ended'
        when m.company_stage = 'confirmed' then 'accepted'
        else 'sent' end as step
    ) s
    -- The days of the company that was there before, where it had its own.
    left join lateral (
      select l.starts_on, l.ends_on from placement l
      where l.mobility_id = m.id and l.step = 'withdrawn' and l.reason_code = ${replaced} and l.since = ${now} and l.share < 100 limit 1
    ) gone on true
    where m.id = any (${[...ids]}::uuid[]) and m.company_id is not null and m.company_stage is distinct from 'declined'
      and not exists (select from placement l where l.mobility_id = m.id and l.company_id = m.company_id
        and l.step not in ('refused', 'withdrawn'))`.execute(db)
}

/** The record names another company, or none: the one that it had makes room. */
export const withdrawOthers = (db: Db, ids: readonly string[], now: Date): Promise<Changed[]> =>
  change(
    db,
    ids,
    sql`step = 'withdrawn', reason_code = ${replaced}`,
    now,
    sql`${open} and (m.company_id is null or (
      l.id = (select f.id from placement f where f.mobility_id = m.id and f.step not in ('refused', 'withdrawn', 'ended')
        order by f.starts_on nulls first, f.created_at limit 1)
      and not exists (select from placement h where h.mobility_id = m.id and h.company_id = m.company_id
        and h.step not in ('refused', 'withdrawn'))))`,
  )

export const acceptNamed = (db: Db, ids: readonly string[], now: Date): Promise<Changed[]> =>
  change(
    db,
    ids,
    sql`step = 'accepted', shared = true, sent_at = coalesce(l.sent_at, ${now}),
      working_hours = coalesce(m.working_hours, l.working_hours), workplace_address = coalesce(m.workplace_address, l.workplace_address)`,
    now,
    sql`l.company_id = m.company_id and l.step in ('proposed', 'sent', 'interview')`,
  )

export const refuseNamed = (
  db: Db,
  ids: readonly string[],
  reason: string | null,
  now: Date,
): Promise<Changed[]> =>
  change(
    db,
    ids,
    sql`step = 'refused', reason_code = 'other', reason = ${reason}`,
    now,
    sql`l.company_id = m.company_id and ${open}`,
  )

export const confirmNamed = (db: Db, ids: readonly string[], now: Date): Promise<Changed[]> =>
  change(db, ids, sql`step = 'confirmed', shared = true`, now, sql`l.step in ('accepted', 'approved')`)

/** Whoever does not go leaves the place to others. */
export const withdrawOf = (db: Db, ids: readonly string[], now: Date): Promise<Changed[]> =>
  change(db, ids, sql`step = 'withdrawn', reason_code = 'participant-left'`, now, open)

/** After the return placements are over; what never came to be is taken back. */
export const endOf = (db: Db, ids: readonly string[], now: Date): Promise<Changed[]> =>
  change(
    db,
    ids,
    sql`step = case when l.step in ('accepted', 'approved', 'confirmed') then 'ended' else 'withdrawn' end,
      reason_code = case when l.step in ('accepted', 'approved', 'confirmed') then null else 'participant-left' end`,
    now,
    open,
  )

async function change(
  db: Db,
  ids: readonly string[],
  set: RawBuilder<unknown>,
  now: Date,
  where: RawBuilder<unknown>,
): Promise<Changed[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Changed>`
    update placement l set ${set}, since = ${now}, version = l.version + 1
    from mobility m
    where m.id = l.mobility_id and l.mobility_id = any (${[...ids]}::uuid[]) and ${where}
    returning l.id, l.mobility_id as "mobilityId", (select c.name from organisation c where c.id = l.company_id) as company,
      l.reason_code as code`.execute(db)
  return rows
}

/** Placements that began or ended with the stay go on doing so; a second company's days that would turn round are left for people to see to. */
export async function moveDays(
  db: Db,
  mobilityId: string,
  departure: [before: Day | null, after: Day | null] | null,
  back: [before: Day | null, after: Day | null] | null,
): Promise<void> {
  const moved = (column: RawBuilder<unknown>, change: [Day | null, Day | null] | null) =>
    change
      ? sql`case when ${column} is not distinct from ${change[0]}::date then ${change[1]}::date else ${column} end`
      : column
  const starts = moved(sql`l.starts_on`, departure)
  const ends = moved(sql`l.ends_on`, back)
  await sql`update placement l set starts_on = ${starts}, ends_on = ${ends}, version = l.version + 1
    where l.mobility_id = ${mobilityId}::uuid and ${open}
      and coalesce(${starts}, '-infinity'::date) <= coalesce(${ends}, 'infinity'::date)`.execute(db)
}
