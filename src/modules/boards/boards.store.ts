import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import type { Period } from './days.rules.ts'

/** Somebody on a board: whose they are and with whom they travel. */
export interface Somebody {
  mobilityId: string
  person: string
  senderId: string
  sender: string
  flowId: string | null
  flow: string | null
  coming: boolean
}

export interface PersonRow extends Somebody {
  sortName: string
  companyId: string | null
  companyStage: string | null
  status: string
  activityType: string
  from: Day
  to: Day
  country: string | null
  town: string | null
  /** The day they come by their journey, or else the first of the mobility; with the hour ('13:20') where a journey is known. */
  comesOn: Day
  comesAt: string | null
  leavesOn: Day
  leavesAt: string | null
}

/**
 * The people who are there on some day of a period, with the day they come and the day they leave. The one place where boards learn of arrivals and
 * departures: by the
 * journey where it is known to the one who asks, else by the days of the mobility.
 */
export async function peopleBetween(db: Db, scope: MobilityScope, period: Period): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select p.mobility_id as "mobilityId", person, sort_name as "sortName", sender_id as "senderId", sender, p.flow_id as "flowId", flow,
      company_id as "companyId", company_stage as "companyStage", status, coming, activity_type as "activityType", departure as "from", return_date as "to", country, town,
      coalesce(c.on_day, departure) as "comesOn", to_char(c.at_time, 'HH24:MI') as "comesAt",
      coalesce(l.on_day, return_date) as "leavesOn", to_char(l.at_time, 'HH24:MI') as "leavesAt"
    from app.people_between(${period.from}::date, ${period.to}::date, ${scope.namedIn}::uuid) p
      left join journey c on c.mobility_id = p.mobility_id and c.direction = 'out'
      left join journey l on l.mobility_id = p.mobility_id and l.direction = 'back'
    order by departure, flow, sort_name, p.mobility_id`.execute(db)
  return rows
}

export interface StayRow extends Somebody {
  id: string
  bedId: string
  bed: string
  room: string
  housingId: string
  housing: string
  country: string | null
  town: string | null
  startsOn: Day
  endsOn: Day
  step: string
  archived: boolean
}

/** Beds that are given on some night of a period; `endsOn` is the day of leaving. */
export async function staysBetween(db: Db, scope: MobilityScope, period: Period): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`
    select stay_id as id, mobility_id as "mobilityId", person, sender_id as "senderId", sender, flow_id as "flowId", flow, coming, bed_id as "bedId", bed, room, housing_id as "housingId", housing, country, town,
      starts_on as "startsOn", ends_on as "endsOn", step, archived
    from app.stays_between(${period.from}::date, ${period.to}::date, ${scope.namedIn}::uuid) order by starts_on, stay_id`.execute(
    db,
  )
  return rows
}

export interface PlacementRow {
  id: string
  mobilityId: string
  companyId: string
  positionId: string | null
  title: string | null
  from: Day
  to: Day
  step: string
}

/** Places at companies on some day of a period, refused and withdrawn ones left out. */
export async function placementsBetween(
  db: Db,
  scope: MobilityScope,
  period: Period,
): Promise<PlacementRow[]> {
  const { rows } = await sql<PlacementRow>`
    select placement_id as id, mobility_id as "mobilityId", company_id as "companyId", position_id as "positionId", title,
      starts_on as "from", ends_on as "to", step
    from app.placements_between(${period.from}::date, ${period.to}::date, ${scope.namedIn}::uuid)`.execute(db)
  return rows
}

/** How many come and go between the same two days, for long periods. */
export async function groupsBetween(
  db: Db,
  scope: MobilityScope,
  period: Period,
): Promise<(Period & { count: number })[]> {
  const { rows } = await sql<Period & { count: number }>`
    select p.departure as "from", p.return_date as "to", count(*)::integer as count from mobility_party p
    where p.organisation_id = ${scope.organisationId} and p.organisation_id is not null
      ${scope.namedIn === null ? sql`and p.main` : sql`and p.membership_id = ${scope.namedIn}::uuid`}
      and p.departure between ${period.from}::date - 400 and ${period.to}::date and p.return_date >= ${period.from}::date
      and p.status not in ('draft', 'withdrawn', 'cancelled', 'force-majeure')
    group by 1, 2`.execute(db)
  return rows
}

export async function visitDaysOf(db: Db, organisationId: string): Promise<number | null> {
  const { rows } = await sql<{ days: number }>`
    select visit_days as days from board_setting where organisation_id = ${organisationId}`.execute(db)
  return rows[0]?.days ?? null
}

export async function saveVisitDays(db: Db, organisationId: string, days: number, now: Date): Promise<void> {
  await sql`insert into board_setting (organisation_id, visit_days, updated_at) values (${organisationId}, ${days}, ${now})
    on conflict (organisation_id) do update set visit_days = excluded.visit_days, updated_at = excluded.updated_at`.execute(
    db,
  )
}

export interface DutyRow {
  key: string
  title: string | null
  duty: string | null
  owner: string
  count: number
  late: number
  due: Day
}

/** Own open tasks that can be done and are due until a day, grouped by what is to be done; what is late longest first. */
export async function dutiesUntil(db: Db, scope: MobilityScope, until: Day, today: Day): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select t.key, t.title, t.duty, t.owner, count(*)::integer as count, (count(*) filter (where t.due < ${today}::date))::integer as late,
      min(t.due) as due
    from task t
    where t.organisation_id = ${scope.organisationId} and t.state = 'open' and t.due <= ${until}::date and not t.blocked
      ${scope.namedIn === null ? sql`` : sql`and exists (select from mobility_party p where p.mobility_id = t.mobility_id and p.membership_id = ${scope.namedIn}::uuid)`}
    group by t.key, t.title, t.duty, t.owner order by min(t.due), count(*) desc limit 40`.execute(db)
  return rows
}

/** Reported problems without an answer, of mobilities that the organisation sends or hosts. */
export async function openProblems(db: Db, scope: MobilityScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from problem_report r join mobility_party p on p.mobility_id = r.mobility_id
    where r.answered_at is null and p.organisation_id = ${scope.organisationId}
      ${scope.namedIn === null ? sql`and p.main and p.role in ('sending', 'hosting')` : sql`and p.membership_id = ${scope.namedIn}::uuid`}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
