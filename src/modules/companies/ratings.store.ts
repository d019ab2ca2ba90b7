import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Marks } from './ratings.rules.ts'

export interface RatingRow extends Marks {
  id: string
  note: string | null
  ratedOn: Day
  ratedBy: string
  version: number
}

export interface PastTrainee {
  mobilityId: string
  number: number
  participant: string
  school: string
  flow: string | null
  departure: Day | null
  return: Day | null
  status: string
  reason: string | null
  step: string | null
  problems: { kind: string; day: Day; open: boolean }[]
  rating: RatingRow | null
}

/** Mobilities of the organisation in which the company had a part: those it has now, and placements that came to nothing. */
const ofCompany = (organisationId: string, companyId: string) => sql`(
  select m.id, null::text as step, null::text as reason from mobility m
  where m.company_id = ${companyId}::uuid and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})
  union all
  select distinct on (l.mobility_id) l.mobility_id, l.step, l.reason from placement l join mobility m on m.id = l.mobility_id
  where l.company_id = ${companyId}::uuid and m.company_id is distinct from l.company_id
    and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})
)`

const shownRating = sql`jsonb_build_object('id', g.id, 'responseTime', g.response_time, 'communication', g.communication,
  'tutoring', g.tutoring, 'fit', g.fit, 'problemSolving', g.problem_solving, 'note', g.note, 'ratedOn', g.rated_on, 'ratedBy', g.rated_by,
  'version', g.version)`

/** One page of those who were, are or were to be at a company, the latest departure first. */
export async function traineesOf(
  db: Db,
  organisationId: string,
  companyId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: PastTrainee[]; next: string | null }> {
  const after = placeIn(page.cursor, 'day', 'id')
  const { rows } = await sql<PastTrainee & { sortDay: Day }>`
    select f.*, coalesce(p.problems, '[]') as problems,
      (select ${shownRating} from company_rating g
        where g.organisation_id = ${organisationId} and g.company_id = ${companyId}::uuid and g.mobility_id = f."mobilityId") as rating
    from (
      select m.id as "mobilityId", m.number::int as number, trim(s.given_name || ' ' || s.family_name) as participant, o.name as school,
        w.name as flow, m.departure, m.return_date as return, m.status, coalesce(c.reason, m.status_reason) as reason, c.step,
        coalesce(m.departure, '9999-12-31'::date) as "sortDay"
      from ${ofCompany(organisationId, companyId)} c
        join mobility m on m.id = c.id join person s on s.id = m.person_id join organisation o on o.id = m.sending_id
        left join flow w on w.id = m.flow_id
      ${after ? sql`where (coalesce(m.departure, '9999-12-31'::date), m.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
      order by coalesce(m.departure, '9999-12-31'::date) desc, m.id desc limit ${page.limit + 1}
    ) f
    left join lateral (
      select jsonb_agg(jsonb_build_object('kind', r.kind, 'day', (r.created_at at time zone 'UTC')::date, 'open', r.answered_at is null)
        order by r.created_at) as problems
      from problem_report r where r.mobility_id = f."mobilityId" and f.step is null
    ) p on true
    order by f."sortDay" desc, f."mobilityId" desc`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.sortDay, last.mobilityId])
}

export interface HistoryCounts {
  trainees: number
  now: number
  completed: number
  early: number
  fellThrough: number
  problems: number
}

/** How the mobilities at a company went, in numbers. */
export async function countsOf(db: Db, organisationId: string, companyId: string): Promise<HistoryCounts> {
  const { rows } = await sql<HistoryCounts>`
    select count(*) filter (where c.step is null)::int as trainees,
      count(*) filter (where c.step is null and m.status in ('abroad', 'interrupted'))::int as now,
      count(*) filter (where c.step is null and m.status in ('returned', 'assessed', 'closed'))::int as completed,
      count(*) filter (where c.step is null and m.status in ('ended-early', 'force-majeure'))::int as early,
      count(*) filter (where c.step is not null or m.status in ('withdrawn', 'cancelled'))::int as "fellThrough",
      coalesce(sum((select count(*) from problem_report r where r.mobility_id = m.id)) filter (where c.step is null), 0)::int as problems
    from ${ofCompany(organisationId, companyId)} c join mobility m on m.id = c.id`.execute(db)
  return rows[0] ?? { trainees: 0, now: 0, completed: 0, early: 0, fellThrough: 0, problems: 0 }
}

/** The averages of a company by mark, one decimal each. */
export async function marksOf(db: Db, organisationId: string, companyId: string): Promise<Marks> {
  const { rows } = await sql<Marks>`
    select round(avg(response_time), 1)::float8 as "responseTime", round(avg(communication), 1)::float8 as communication,
      round(avg(tutoring), 1)::float8 as tutoring, round(avg(fit), 1)::float8 as fit, round(avg(problem_solving), 1)::float8 as "problemSolving"
    from company_rating where organisation_id = ${organisationId} and company_id = ${companyId}::uuid`.execute(
    db,
  )
  return (
    rows[0] ?? { responseTime: null, communication: null, tutoring: null, fit: null, problemSolving: null }
  )
}

/** Whether the company has or had this mobility, among those of the organisation. */
export async function wasAt(
  db: Db,
  organisationId: string,
  companyId: string,
  mobilityId: string,
): Promise<{ departure: Day | null; participant: string; rating: RatingRow | null } | undefined> {
  const { rows } = await sql<{ departure: Day | null; participant: string; rating: RatingRow | null }>`
    select m.departure, trim(s.given_name || ' ' || s.family_name) as participant, (
      select ${shownRating} from company_rating g
      where g.organisation_id = ${organisationId} and g.company_id = ${companyId}::uuid and g.mobility_id = m.id) as rating
    from ${ofCompany(organisationId, companyId)} c join mobility m on m.id = c.id join person s on s.id = m.person_id
    where m.id = ${mobilityId}::uuid`.execute(db)
  return rows[0]
}

/** Saves a rating that is still as it was read (version 0: none yet); false where somebody else was quicker. */
export async function saveRating(
  db: Db,
  key: { organisationId: string; companyId: string; mobilityId: string },
  { version, note, ...given }: Marks & { note: string | null; version: number },
  by: { name: string; day: Day; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into company_rating (organisation_id, company_id, mobility_id, response_time, communication, tutoring, fit, problem_solving, note,
      rated_on, rated_by, updated_at)
    values (${key.organisationId}, ${key.companyId}, ${key.mobilityId}, ${given.responseTime}, ${given.communication}, ${given.tutoring},
      ${given.fit}, ${given.problemSolving}, ${note}, ${by.day}, ${by.name}, ${by.now})
    on conflict (organisation_id, mobility_id, company_id) do update set response_time = excluded.response_time,
      communication = excluded.communication, tutoring = excluded.tutoring, fit = excluded.fit, problem_solving = excluded.problem_solving,
      note = excluded.note, rated_on = excluded.rated_on, rated_by = excluded.rated_by, updated_at = excluded.updated_at,
      version = company_rating.version + 1
      where company_rating.version = ${version}
    returning 1`.execute(db)
  return rows.length > 0
}

export async function deleteRating(
  db: Db,
  key: { organisationId: string; companyId: string; mobilityId: string },
): Promise<boolean> {
  const { rows } = await sql`
    delete from company_rating where organisation_id = ${key.organisationId} and company_id = ${key.companyId}::uuid
      and mobility_id = ${key.mobilityId}::uuid returning 1`.execute(db)
  return rows.length > 0
}
