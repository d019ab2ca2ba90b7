import { sql } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Page } from '#shared/pages.ts'
import type { Db } from '#server/database/database.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import type { arrivalShape } from './arrivals.contract.ts'
import { lateUsually, type Direction } from './travel-means.rules.ts'

export type ArrivalRow = z.input<typeof arrivalShape>

export interface ArrivalFilter {
  direction: Direction
  from: Day
  to: Day
  flow?: string | undefined
  q?: string | undefined
  town?: string | undefined
  late?: boolean | undefined
  waiting?: boolean | undefined
  /** Only these. */
  journeyIds?: readonly string[] | undefined
  transferIds?: readonly string[] | undefined
}

// The same as late-arrival.rules.ts, so that a list can be filtered by it.
const late = sql`(select case when r.f = r.u then false when r.f < r.u then j.at_time >= r.f and j.at_time < r.u
    else j.at_time >= r.f or j.at_time < r.u end
  from (select coalesce(k.late_from, ${lateUsually.from}::time) as f, coalesce(k.late_until, ${lateUsually.until}::time) as u) r)`
const isLate = sql`(j.direction = 'out' and ${late})`
const name = sql`coalesce(j.name, trim(p.given_name || ' ' || p.family_name))`

const select = sql`select j.id as "journeyId", j.mobility_id as "mobilityId", ${name} as participant, o.id as "schoolId", o.name as school,
    case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as flow, coalesce(j.phone, p.phone) as phone,
    j.on_day as day, to_char(j.at_time, 'HH24:MI') as time, l.means, l.carrier, l.number, l.id as "legId",
    case j.direction when 'out' then l.from_town else l.to_town end as "from",
    case j.direction when 'out' then l.to_town else l.from_town end as town,
    case j.direction when 'out' then l.to_country else l.from_country end as country,
    case j.direction when 'out' then l.to_stop else l.from_stop end as stop, x.seat, ${isLate} as late,
    j.changed_at as "changedAt", j.was_day as "wasDay", to_char(j.was_time, 'HH24:MI') as "wasTime", h.housing, c.name as company,
    case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name, 'atTime', to_char(t.at_time, 'HH24:MI'), 'onDay', t.on_day,
      'driver', t.driver) end as transfer
  from journey j join journey_leg l on l.id = j.leg_id join organisation o on o.id = j.sending_id
    left join journey_on_leg x on x.journey_id = j.id and x.leg_id = j.leg_id
    left join mobility m on m.id = j.mobility_id left join person p on p.id = m.person_id left join flow f on f.id = j.flow_id
    left join organisation c on c.id = m.company_id left join transfer t on t.id = j.transfer_id
    left join journey_rules k on k.organisation_id = j.hosting_id
    left join lateral (select a.housing from stay s cross join lateral app.address_of(s.id) a
      where s.mobility_id = j.mobility_id and s.step <> 'cancelled' order by s.starts_on limit 1) h on true`

function where({ organisationId, namedIn }: MobilityScope, filter: ArrivalFilter) {
  const { flow, q, town, journeyIds, transferIds } = filter
  return sql`(j.hosting_id = ${organisationId}::uuid or j.sending_id = ${organisationId}::uuid)
    and j.direction = ${filter.direction} and j.on_day between ${filter.from}::date and ${filter.to}::date
    and (m.id is null or m.status not in ('withdrawn', 'cancelled', 'force-majeure'))
    ${namedIn ? sql`and exists (select from mobility_party y where y.mobility_id = j.mobility_id and y.membership_id = ${namedIn}::uuid)` : sql``}
    ${flow ? sql`and j.flow_id = ${flow}::uuid` : sql``}
    ${q?.trim() ? sql`and strpos(app.plain(${name}), app.plain(${q.trim()})) > 0` : sql``}
    ${town?.trim() ? sql`and app.plain(case j.direction when 'out' then l.to_town else l.from_town end) = app.plain(${town.trim()})` : sql``}
    ${filter.late ? sql`and ${isLate}` : sql``}
    ${filter.waiting ? sql`and j.transfer_id is null` : sql``}
    ${journeyIds ? sql`and j.id = any (${[...journeyIds]}::uuid[])` : sql``}
    ${transferIds ? sql`and j.transfer_id = any (${[...transferIds]}::uuid[])` : sql``}`
}

/** One page of arrivals (or departures) by day and hour; whoever comes with the same flight or train stands together. */
export async function listArrivals(
  db: Db,
  scope: MobilityScope,
  filter: ArrivalFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<ArrivalRow>> {
  const after = placeIn(page.cursor, 'day', 'time', 'id', 'id')
  const { rows } = await sql<ArrivalRow>`${select} where ${where(scope, filter)}
      ${after ? sql`and (j.on_day, j.at_time, j.leg_id, j.id) > (${after[0]}::date, ${after[1]}::time, ${after[2]}::uuid, ${after[3]}::uuid)` : sql``}
    order by j.on_day, j.at_time, j.leg_id, j.id limit ${page.limit + 1}`.execute(db)
  return cutPage(rows.map(shown), page.limit, (last) => [last.day, last.time, last.legId, last.journeyId])
}

const shown = (row: ArrivalRow): ArrivalRow => ({
  ...row,
  changedAt: row.changedAt === null ? null : new Date(row.changedAt).toISOString(),
})

export interface WaysAtRow {
  flowId: string | null
  flow: string | null
  day: Day
  time: string
  count: number
}

/** How many the list of arrivals (or departures) holds by flow, day and hour: the same people, those who travel along included. */
export async function countArrivals(
  db: Db,
  scope: MobilityScope,
  filter: Pick<ArrivalFilter, 'direction' | 'from' | 'to'>,
): Promise<WaysAtRow[]> {
  const { rows } = await sql<WaysAtRow>`
    select j.flow_id as "flowId", f.name as flow, j.on_day as day, to_char(j.at_time, 'HH24:MI') as time, count(*)::integer as count
    from journey j left join flow f on f.id = j.flow_id left join mobility m on m.id = j.mobility_id
    where ${where(scope, filter)} group by j.flow_id, f.name, j.on_day, j.at_time order by j.on_day, j.at_time, j.flow_id`.execute(
    db,
  )
  return rows
}

export interface MissingRow {
  flow: { id: string; name: string }
  school: string
  starts: Day
  people: number
  without: number
  example: string
}

/** Flows that begin (or, on the way back, end) in a period, with how many of their people have no way yet. */
export async function missingWays(
  db: Db,
  { organisationId, namedIn }: MobilityScope,
  period: { direction: Direction; from: Day; to: Day },
  statuses: readonly string[],
): Promise<MissingRow[]> {
  const day = period.direction === 'out' ? sql.ref('q.departure') : sql.ref('q.return_date')
  const { rows } = await sql<MissingRow>`
    select jsonb_build_object('id', f.id, 'name', f.name) as flow, o.name as school, min(${day})::date as starts, count(*)::integer as people,
      count(*) filter (where j.id is null)::integer as without,
      coalesce(min(q.sort_name || '|' || trim(p.given_name || ' ' || p.family_name)) filter (where j.id is null), '') as example
    from mobility_party q join flow f on f.id = q.flow_id join organisation o on o.id = f.organisation_id
      join mobility m on m.id = q.mobility_id join person p on p.id = m.person_id
      left join journey j on j.mobility_id = q.mobility_id and j.direction = ${period.direction}
    where q.organisation_id = ${organisationId}::uuid and q.main and q.role in ('sending', 'hosting')
      and ${day} between ${period.from}::date and ${period.to}::date and q.status = any (${[...statuses]}::text[])
      ${namedIn ? sql`and q.membership_id = ${namedIn}::uuid` : sql``}
    group by f.id, o.name having count(*) filter (where j.id is null) > 0
    order by starts, f.id limit 100`.execute(db)
  return rows.map((row) => ({ ...row, example: row.example.split('|')[1] ?? '' }))
}

export interface WithoutRow {
  mobilityId: string
  participant: string
}

/** Who of a flow has no way there yet. */
export async function withoutWay(
  db: Db,
  organisationId: string,
  flowId: string,
  statuses: readonly string[],
): Promise<WithoutRow[]> {
  const { rows } = await sql<WithoutRow>`
    select m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant
    from mobility m join person p on p.id = m.person_id
    where m.flow_id = ${flowId}::uuid and (m.sending_id = ${organisationId}::uuid or m.hosting_id = ${organisationId}::uuid)
      and m.status = any (${[...statuses]}::text[])
      and not exists (select from journey j where j.mobility_id = m.id and j.direction = 'out')
    order by p.sort_name, m.id`.execute(db)
  return rows
}
