import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface CompanyRow {
  id: string
  name: string
  sortName: string
  town: string | null
  country: string | null
  field: string | null
  mostTrainees: number | null
  restDays: number
  lastVisit: Day | null
  known: boolean
}

/** The companies of the own register, and those with these ids, by plain name. */
export async function companiesWith(
  db: Db,
  organisationId: string,
  ids: readonly string[],
  register: boolean,
): Promise<CompanyRow[]> {
  const { rows } = await sql<CompanyRow>`
    with known as (
      select w.partner_id as id from partnership w
      where ${register} and w.organisation_id = ${organisationId} and w.kind = 'company' and w.ended_at is null
    )
    select o.id, o.name, app.plain(o.name) as "sortName", o.town, o.country, c.field, c.most_trainees as "mostTrainees",
      coalesce(c.rest_days, 0) as "restDays", c.last_visit as "lastVisit", o.id in (select id from known) as known
    from organisation o left join company_card c on c.organisation_id = ${organisationId} and c.company_id = o.id
    where o.id in (select id from known union select unnest(${[...ids]}::uuid[]))
    order by 3, o.id`.execute(db)
  return rows
}

export interface PositionRow {
  id: string
  companyId: string
  title: string
  startsOn: Day | null
  endsOn: Day | null
  places: number
  archived: boolean
}

/** Positions of the own register; a company reads those that are kept for it. */
export async function positionsOf(db: Db, organisationId: string): Promise<PositionRow[]> {
  const columns = sql`id, company_id as "companyId", title, starts_on as "startsOn", ends_on as "endsOn", places, archived_at is not null as archived`
  const { rows } = await sql<PositionRow>`
    select ${columns} from position where organisation_id = ${organisationId}
    union all
    select ${columns} from position where company_id = ${organisationId} and organisation_id <> ${organisationId}`.execute(
    db,
  )
  return rows
}

export interface BedRow {
  id: string
  bed: string
  room: string
  housingId: string
  housing: string
  sortName: string
  country: string | null
  town: string | null
}

/** All beds that the organisation gives away, home by home. */
export async function bedsOf(db: Db, organisationId: string): Promise<BedRow[]> {
  const { rows } = await sql<BedRow>`
    select b.id, b.name as bed, r.name as room, h.id as "housingId", h.name as housing, app.plain(h.name) as "sortName", h.country, h.town
    from bed b join room r on r.id = b.room_id join housing h on h.id = r.housing_id
    where b.organisation_id = ${organisationId} and b.archived_at is null and r.archived_at is null and h.archived_at is null
    order by app.plain(h.name), h.id, r.name, r.id, b.name, b.id`.execute(db)
  return rows
}

export async function countBeds(db: Db, organisationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from bed b join room r on r.id = b.room_id join housing h on h.id = r.housing_id
    where b.organisation_id = ${organisationId} and b.archived_at is null and r.archived_at is null and h.archived_at is null`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
