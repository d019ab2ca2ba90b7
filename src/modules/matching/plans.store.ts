import { sql } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Candidate, Weights } from './pair.rules.ts'
import type { PlanResult } from './plan-result.rules.ts'
import type { MatchProgress } from './solve-match.ts'
import type { matchingContract } from './plans.contract.ts'

/** How far the solving is: the best so far and what nothing can exceed belong to the stage; `placed` is known once that is settled. */
export interface PlanProgress extends MatchProgress {
  /** Since it began. */
  seconds: number
}

export interface PlanRow {
  id: string
  organisationId: string
  name: string
  state: 'waiting' | 'solving' | 'solved' | 'failed' | 'cancelled' | 'applied'
  flowIds: string[]
  weights: Weights
  locks: { mobilityId: string; positionId: string }[]
  without: string[]
  repairs: string | null
  result: PlanResult | null
  seconds: number
  cancel: boolean
  progress: PlanProgress | null
  createdBy: string
  createdAt: Date
  appliedAt: Date | null
  version: number
}

const columns = sql`id, organisation_id as "organisationId", name, state, flow_ids as "flowIds", weights, locks, without, repairs, seconds,
  cancel, progress, created_by as "createdBy", created_at as "createdAt", applied_at as "appliedAt", version`

export async function findPlan(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`select ${columns}, result from match_plan
    where id = ${id}::uuid and organisation_id = ${organisationId} ${options.lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return rows[0]
}

/** One page of plans without their pairs, the latest first. */
export async function listPlans(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: PlanRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'moment', 'id')
  const { rows } = await sql<PlanRow>`
    select ${columns}, result - 'pairs' - 'unplaced' - 'positions' as result from match_plan
    where organisation_id = ${organisationId}
      ${after ? sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by created_at desc, id desc limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.createdAt.toISOString(), last.id])
}

type Asked = z.output<(typeof matchingContract)['create']['body']>

export async function insertPlan(
  db: Db,
  organisationId: string,
  asked: Asked & { weights: Weights },
  by: string,
  now: Date,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into match_plan (organisation_id, name, state, flow_ids, weights, locks, without, repairs, seconds, created_by, created_at)
    values (${organisationId}, ${asked.name}, 'waiting', ${asked.flowIds}::uuid[], ${JSON.stringify(asked.weights)}::jsonb,
      ${JSON.stringify(asked.locks)}::jsonb, ${asked.without}::uuid[], ${asked.repairs ?? null}, ${asked.seconds}, ${by}, ${now})
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** Turns a plan; its result is gone until it is solved anew. */
export async function changePlan(
  db: Db,
  id: string,
  change: { weights: Weights; locks: PlanRow['locks']; without: readonly string[] },
): Promise<void> {
  await sql`update match_plan set weights = ${JSON.stringify(change.weights)}::jsonb, locks = ${JSON.stringify(change.locks)}::jsonb,
      without = ${[...change.without]}::uuid[], state = 'waiting', cancel = false, progress = null, version = version + 1
    where id = ${id}::uuid`.execute(db)
}

export async function setState(
  db: Db,
  id: string,
  state: PlanRow['state'],
  now: Date,
  result?: PlanResult,
): Promise<void> {
  await sql`update match_plan set state = ${state}, progress = null, version = version + 1
      ${result ? sql`, result = ${JSON.stringify(result)}::jsonb, finished_at = ${now}` : sql``}
      ${state === 'applied' ? sql`, applied_at = ${now}` : sql``}
    where id = ${id}::uuid`.execute(db)
}

export async function askToCancel(db: Db, id: string): Promise<void> {
  await sql`update match_plan set cancel = true, version = version + 1 where id = ${id}::uuid`.execute(db)
}

/** Notes how far a run is; false where it no longer counts, since it was called off or the plan was changed. */
export async function noteProgress(
  db: Db,
  id: string,
  version: number,
  progress: PlanProgress | null,
): Promise<boolean> {
  const { rows } = await sql`
    update match_plan set progress = ${progress ? JSON.stringify(progress) : null}::jsonb
    where id = ${id}::uuid and version = ${version} and state = 'solving' and not cancel returning id`.execute(
    db,
  )
  return rows.length > 0
}

/** How many of these flows the organisation sends or hosts. */
export async function flowsReached(db: Db, organisationId: string, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from flow
    where id = any (${[...ids]}::uuid[]) and (organisation_id = ${organisationId} or hosting_id = ${organisationId})`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** A candidate with the town of the stay, from which the way to work is measured. */
export type LivingCandidate = Candidate & { town: string | null }

const candidateColumns = (
  today: Day,
) => sql`m.id as "mobilityId", trim(s.given_name || ' ' || s.family_name) as participant, m.sending_id as "schoolId", o.name as school,
      s.birth_date as "birthDate", case when m.status in ('abroad', 'interrupted') then greatest(m.departure, ${today}::date) else m.departure end as departure,
      m.return_date as "returnDate", m.country, m.town, coalesce(f.field, substring(m.field from '^[0-9]{2,4}')) as field, coalesce(f.languages, '[]') as languages,
      coalesce(f.skills, '{}') as skills, coalesce(f.access_needs, false) as "accessNeeds", coalesce(f.wishes, '{}') as wishes,
      coalesce(f.wanted_by, '{}') as "wantedBy", coalesce(f.friends, '{}') as friends, f.most_kilometres as "mostKilometres"
    from mobility m join person s on s.id = m.person_id join organisation o on o.id = m.sending_id
      left join placement_profile f on f.mobility_id = m.id`

/** Learners and staff of flows whose placement is still to be found, with what a match looks at; the stay of whoever is there already begins `today`. */
export async function candidatesOf(
  db: Db,
  organisationId: string,
  flowIds: readonly string[],
  statuses: readonly string[],
  today: Day,
): Promise<LivingCandidate[]> {
  const { rows } = await sql<LivingCandidate>`
    select ${candidateColumns(today)}
    where m.flow_id = any (${[...flowIds]}::uuid[]) and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})
      and m.status = any (${[...statuses]}::text[]) and (m.status not in ('abroad', 'interrupted') or m.return_date >= ${today}::date)
      and not exists (select from placement l where l.mobility_id = m.id and l.step in ('accepted', 'approved', 'confirmed', 'ended'))
      and not (m.company_stage is not distinct from 'confirmed')
    order by s.sort_name, m.id`.execute(db)
  return rows
}

/** One person with what a match looks at, whether a place is looked for or not. */
export async function candidateOf(
  db: Db,
  mobilityId: string,
  today: Day,
): Promise<LivingCandidate | undefined> {
  const { rows } =
    await sql<LivingCandidate>`select ${candidateColumns(today)} where m.id = ${mobilityId}::uuid`.execute(db)
  return rows[0]
}

/** Places of these positions and companies that others hold in a period, by days and school. A placement without days of its own lasts as long as the stay. */
export async function takenPlaces(
  db: Db,
  period: { from: Day; to: Day },
  at: { positionIds: readonly string[]; companyIds: readonly string[] },
  but: readonly string[],
): Promise<
  {
    positionId: string | null
    companyId: string
    schoolId: string | null
    from: Day | null
    to: Day | null
    count: number
  }[]
> {
  const { rows } = await sql<Awaited<ReturnType<typeof takenPlaces>>[number]>`
    select l.position_id as "positionId", l.company_id as "companyId", m.sending_id as "schoolId",
      coalesce(l.starts_on, m.departure) as "from", coalesce(l.ends_on, m.return_date) as "to", count(*)::int as count
    from placement l left join mobility m on m.id = l.mobility_id
    where (l.position_id = any (${[...at.positionIds]}::uuid[]) or l.company_id = any (${[...at.companyIds]}::uuid[]))
      and l.step not in ('refused', 'withdrawn', 'ended') and l.mobility_id <> all (${[...but]}::uuid[])
      and coalesce(l.starts_on, m.departure, ${period.from}::date) <= ${period.to}::date
      and coalesce(l.ends_on, m.return_date, ${period.to}::date) >= ${period.from}::date
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(db)
  return rows
}
