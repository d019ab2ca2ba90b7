import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import type { Period } from './days.rules.ts'

export interface FlowRow {
  id: string
  name: string
  senderId: string
  sender: string
  host: string | null
  country: string | null
  town: string | null
  from: Day
  to: Day
  places: number
}

const inScope = ({ organisationId, namedIn }: MobilityScope) =>
  namedIn === null
    ? sql`(f.organisation_id = ${organisationId} or f.hosting_id = ${organisationId} or f.id in (select app.flows_with_part()))`
    : sql`f.id in (select p.flow_id from mobility_party p where p.organisation_id = ${organisationId} and p.membership_id = ${namedIn})`

/** The flows with dates that touch a period, in the order of departure. */
export async function flowsBetween(
  db: Db,
  scope: MobilityScope,
  period: Period,
  limit: number,
): Promise<FlowRow[]> {
  const { rows } = await sql<FlowRow>`
    select f.id, f.name, f.organisation_id as "senderId", o.name as sender, h.name as host, f.country, f.town, f.start_date as "from",
      f.end_date as "to", f.places
    from flow f join organisation o on o.id = f.organisation_id left join organisation h on h.id = f.hosting_id
    where ${inScope(scope)} and f.archived_at is null and f.start_date <= ${period.to}::date and f.end_date >= ${period.from}::date
    order by f.start_date, f.name, f.id limit ${limit}`.execute(db)
  return rows
}

export interface FlowStandingRow {
  flowId: string
  taken: number
  mobilityId: string | null
  code: string | null
  status: string | null
  departure: Day | null
  returnDate: Day | null
}

/** How many of each flow's mobilities take a place, and the line of the one whose next task is due first: the flow goes as fast as it does. */
export async function standingOf(
  db: Db,
  scope: MobilityScope,
  flowIds: readonly string[],
): Promise<FlowStandingRow[]> {
  const mine = scope.namedIn === null ? sql`p.main` : sql`p.membership_id = ${scope.namedIn}::uuid`
  const { rows } = await sql<FlowStandingRow>`
    select f.id as "flowId", coalesce(c.taken, 0)::integer as taken, m.id as "mobilityId", m.line as code, m.status, m.departure,
      m.return_date as "returnDate"
    from unnest(${[...flowIds]}::uuid[]) as f (id)
    cross join lateral (
      select count(*) filter (where p.status not in ('withdrawn', 'cancelled')) as taken,
        (array_agg(p.mobility_id order by p.next_due nulls last, p.mobility_id)
          filter (where p.status not in ('withdrawn', 'cancelled', 'force-majeure')))[1] as slowest
      from mobility_party p
      where p.organisation_id = ${scope.organisationId} and p.organisation_id is not null and ${mine} and p.flow_id = f.id
    ) c
    left join mobility m on m.id = c.slowest`.execute(db)
  return rows
}
