import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { likeWords } from '#modules/companies/companies.store.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import { groupNames, stepGroups, type Interview, type Step, type StepGroup } from './placement-steps.rules.ts'
import type { placementFilters } from './placements.shapes.contract.ts'

export type PlacementFilters = z.output<typeof placementFilters>

export interface Tutor {
  name: string
  phone: string
  email: string
}

/** A placement with the names around it. */
export interface PlacementRow {
  id: string
  mobilityId: string
  number: number
  status: string
  departure: Day | null
  returnDate: Day | null
  birthDate: Day | null
  participant: string
  givenName: string
  flowId: string | null
  flow: string | null
  sendingId: string
  school: string
  hostingId: string | null
  companyId: string
  company: string
  town: string | null
  country: string | null
  positionId: string | null
  position: string | null
  tasks: string | null
  minimumAge: number | null
  planId: string | null
  arrangedBy: string
  arranger: string
  step: Step
  since: Date
  startsOn: Day | null
  endsOn: Day | null
  share: number
  shared: boolean
  sentAt: Date | null
  interview: Interview | null
  workingHours: string | null
  workplaceAddress: string | null
  tutor: Tutor | null
  reasonCode: string | null
  reason: string | null
  objection: string | null
  approvedBySender: boolean
  approvedByParticipant: boolean
  guardianApproves: boolean
  version: number
}

/** Columns of a placement alone; what RLS hides of the rest is null. */
export const ownColumns = sql`l.id, l.mobility_id as "mobilityId", l.sending_id as "sendingId", l.hosting_id as "hostingId",
  l.company_id as "companyId", l.position_id as "positionId", w.title as position, w.tasks, w.minimum_age as "minimumAge",
  l.plan_id as "planId", l.arranged_by as "arrangedBy", l.step, l.since, l.starts_on as "startsOn", l.ends_on as "endsOn", l.share, l.shared,
  l.sent_at as "sentAt", l.interview, l.working_hours as "workingHours", l.workplace_address as "workplaceAddress", l.tutor,
  l.reason_code as "reasonCode", l.reason, l.objection, l.approved_by_sender as "approvedBySender",
  l.approved_by_participant as "approvedByParticipant", l.version, c.name as company, c.town, c.country, a.name as arranger`
export const ownJoins = sql`join organisation c on c.id = l.company_id join organisation a on a.id = l.arranged_by
  left join lateral app.position_words(l.position_id) w on true`

const columns = sql`${ownColumns}, m.number, m.status, m.departure, m.return_date as "returnDate", s.birth_date as "birthDate",
  trim(s.given_name || ' ' || s.family_name) as participant,
  s.given_name as "givenName", m.flow_id as "flowId", f.name as flow, o.name as school,
  app.guardian_approves(l.sending_id) as "guardianApproves"`
const joins = sql`${ownJoins} join mobility m on m.id = l.mobility_id join person s on s.id = m.person_id
  join organisation o on o.id = l.sending_id left join flow f on f.id = m.flow_id`

/** Each side's placements are one range of one index; a list takes as many of each as the page needs. */
const sides = ['arranged_by', 'sending_id', 'hosting_id'] as const

/** One page, the latest change first. */
export async function listPlacements(
  db: Db,
  scope: MobilityScope,
  filters: PlacementFilters,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: PlacementRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'moment', 'id')
  const beyond = after ? sql`and (l.since, l.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const ranges = sides.map(
    (side) => sql`(select l.id, l.since from placement l ${matching(side, scope, filters)} ${beyond}
      order by l.since desc, l.id desc limit ${page.limit + 1})`,
  )
  const { rows } = await sql<PlacementRow & { at: string }>`
    select ${columns}, l.since::text as at from (
      select id, since from (${sql.join(ranges, sql` union `)}) every order by since desc, id desc limit ${page.limit + 1}
    ) found join placement l on l.id = found.id ${joins}
    order by l.since desc, l.id desc`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.at, last.id])
}

/** The ids of all that match, for work on many. */
export async function idsThatMatch(
  db: Db,
  scope: MobilityScope,
  filters: PlacementFilters,
  limit: number,
): Promise<string[]> {
  const ranges = sides.map(
    (side) => sql`(select l.id from placement l ${matching(side, scope, filters)} limit ${limit})`,
  )
  const { rows } = await sql<{
    id: string
  }>`select id from (${sql.join(ranges, sql` union `)}) every order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function countPlacements(
  db: Db,
  scope: MobilityScope,
  filters: PlacementFilters,
): Promise<Record<StepGroup, number>> {
  const ranges = sides.map(
    (side) => sql`select l.id, l.step from placement l ${matching(side, scope, filters)}`,
  )
  const { rows } = await sql<{ step: Step; count: number }>`
    select step, count(*)::int as count from (${sql.join(ranges, sql` union `)}) every group by step`.execute(
    db,
  )
  const of = (group: StepGroup): number =>
    rows
      .filter(({ step }) => (stepGroups[group] as readonly Step[]).includes(step))
      .reduce((sum, { count }) => sum + count, 0)
  return Object.fromEntries(groupNames.map((group) => [group, of(group)])) as Record<StepGroup, number>
}

function matching(
  side: (typeof sides)[number],
  scope: MobilityScope,
  filters: PlacementFilters,
): RawBuilder<unknown> {
  const wanted = filters.step ?? (filters.group ? [...stepGroups[filters.group]] : undefined)
  const names = filters.q?.trim()
    ? sql`join mobility m on m.id = l.mobility_id join person s on s.id = m.person_id join organisation c on c.id = l.company_id`
    : filters.flow
      ? sql`join mobility m on m.id = l.mobility_id`
      : sql``
  return sql`${names} where l.${sql.ref(side)} = ${scope.organisationId}::uuid
    ${wanted ? sql`and l.step = any (${wanted}::text[])` : sql``}
    ${filters.flow ? sql`and m.flow_id = ${filters.flow}::uuid` : sql``}
    ${filters.company ? sql`and l.company_id = ${filters.company}::uuid` : sql``}
    ${filters.mobility ? sql`and l.mobility_id = ${filters.mobility}::uuid` : sql``}
    ${filters.plan ? sql`and l.plan_id = ${filters.plan}::uuid` : sql``}
    ${sql.join(likeWords(sql`(app.plain(s.given_name || ' ' || s.family_name) || ' ' || c.search)`, filters.q), sql` `)}
    ${
      scope.namedIn === null
        ? sql``
        : sql`and exists (select from mobility_party n where n.mobility_id = l.mobility_id and n.membership_id = ${scope.namedIn}::uuid)`
    }`
}

/** These placements with the names around them, as far as the asking actor sees them. */
export async function findPlacements(db: Db, ids: readonly string[]): Promise<PlacementRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PlacementRow>`
    select ${columns} from placement l ${joins} where l.id = any (${[...ids]}::uuid[])
    order by s.sort_name, l.starts_on, l.id`.execute(db)
  return rows
}

/** All placements of these mobilities, the first company first. */
export async function placementsOf(db: Db, mobilityIds: readonly string[]): Promise<PlacementRow[]> {
  if (mobilityIds.length === 0) return []
  const { rows } = await sql<PlacementRow>`
    select ${columns} from placement l ${joins} where l.mobility_id = any (${[...mobilityIds]}::uuid[])
    order by l.starts_on nulls first, l.created_at, l.id`.execute(db)
  return rows
}

/** Locks the records of these placements, then the placements: two who act at once wait for each other in one order. */
export async function lockPlacements(db: Db, ids: readonly string[]): Promise<void> {
  await sql`select app.lock_mobilities(array(select mobility_id from placement where id = any (${[...ids]}::uuid[])))`.execute(
    db,
  )
  await sql`select from placement where id = any (${[...ids]}::uuid[]) order by id for update`.execute(db)
}

/** What happened to a placement, as its journal keeps it. */
export async function historyOf(
  db: Db,
  id: string,
): Promise<{ type: string; at: Date; by: string; data: Record<string, unknown> | null }[]> {
  const { rows } = await sql<{ type: string; at: Date; by: string; data: Record<string, unknown> | null }>`
    select type, at, actor_label as by, data from event where subject_id = ${id}::uuid and subject_kind = 'placement'
    order by id limit 200`.execute(db)
  return rows
}

/** How many but this person hold places of a position on its fullest day of a period; a date that is not known: at any time. */
export async function mostAtOnce(
  db: Db,
  positionId: string,
  period: { from: string | null; to: string | null },
  but: string,
): Promise<number> {
  const { rows } = await sql<{ most: number }>`
    with held as (
      select coalesce(l.starts_on, m.departure, '-infinity'::date) as first, coalesce(l.ends_on, m.return_date, 'infinity'::date) as last
      from placement l left join mobility m on m.id = l.mobility_id
      where l.position_id = ${positionId}::uuid and l.step not in ('refused', 'withdrawn', 'ended') and l.mobility_id <> ${but}::uuid
    ), began as (
      -- It is fullest when somebody begins, or on the first day of the period.
      select greatest(first, coalesce(${period.from}::date, '-infinity'::date)) as day from held
      where first <= coalesce(${period.to}::date, 'infinity'::date) and last >= coalesce(${period.from}::date, '-infinity'::date)
    )
    select coalesce(max((select count(*) from held where first <= day and last >= day)), 0)::int as most from began`.execute(
    db,
  )
  return rows[0]?.most ?? 0
}
