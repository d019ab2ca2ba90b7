import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { CheckDone } from './checks.rules.ts'
import { likeWords, ratingOf } from './companies.store.ts'
import type { RegisterSort } from './register-sorts.rules.ts'

export interface CompanyItem {
  id: string
  name: string
  town: string | null
  country: string | null
  email: string | null
  field: string | null
  employees: number | null
  rating: number | null
  ratings: number
  lastVisit: Day | null
  checks: CheckDone[]
}

export interface RegisterFilter {
  q?: string | undefined
  country?: string | undefined
  town?: string | undefined
  field?: string | undefined
  /** Only those of whom a required check does not hold today. */
  failing?: boolean | undefined
  /** Only those with a free place today or later. */
  free?: boolean | undefined
  archived: boolean
  /** Keys of the required checks. */
  required: readonly string[]
  today: Day
  /** What is free at companies with positions: today, else when the next one begins. */
  places: readonly { id: string; free: number }[]
}

/** How each order sorts, as text of one length that PostgreSQL compares byte by byte. */
const keys: Record<string, ReturnType<typeof sql>> = {
  name: sql`''`,
  town: sql`app.plain(coalesce(f.town, ''))`,
  rating: sql`to_char(coalesce(f.rating, 0), '000.0')`,
  lastVisit: sql`coalesce(f."lastVisit"::text, '0000-00-00')`,
  free: sql`lpad(f.free::text, 8, '0')`,
}

/** The register with what one asks of each company, filtered; a register has some thousand companies at most. */
const found = (organisationId: string, filter: RegisterFilter) => sql`(
  select o.id, o.name, o.town, o.country, o.email, c.field, c.employees, coalesce(r.average, c.rating)::float8 as rating, r.ratings,
    c.last_visit as "lastVisit", coalesce(p.free, 0) as free, app.plain(o.name) as "sortName"
  from partnership w join organisation o on o.id = w.partner_id
    left join company_card c on c.organisation_id = w.organisation_id and c.company_id = w.partner_id
    cross join lateral ${ratingOf(sql`w.organisation_id`, sql`w.partner_id`)} r
    left join unnest(${filter.places.map(({ id }) => id)}::uuid[], ${filter.places.map(({ free }) => free)}::int[]) p (id, free)
      on p.id = w.partner_id
  where w.organisation_id = ${organisationId} and w.kind = 'company'
    and ${filter.archived ? sql`w.ended_at is not null` : sql`w.ended_at is null`}
    ${sql.join(likeWords(sql`o.search`, filter.q), sql` `)}
    ${filter.country ? sql`and o.country = ${filter.country}` : sql``}
    ${filter.town ? sql`and app.plain(o.town) = app.plain(${filter.town})` : sql``}
    ${
      filter.field
        ? sql`and (c.field like ${`${filter.field}%`} or exists (
      select from position i where i.organisation_id = w.organisation_id and i.company_id = w.partner_id and i.archived_at is null
        and i.field like ${`${filter.field}%`}))`
        : sql``
    }
    ${filter.free ? sql`and p.free > 0` : sql``}
    ${
      filter.failing
        ? sql`and exists (
      select from unnest(${[...filter.required]}::text[]) needed (key) where not exists (
        select from company_check k
        where k.organisation_id = w.organisation_id and k.company_id = w.partner_id and k.check_key = needed.key
          and (k.state = 'not-needed' or (k.state = 'passed' and coalesce(k.valid_until, ${filter.today}::date) >= ${filter.today}::date))))`
        : sql``
    }
)`

/** One page of the register and how many there are in all. */
export async function listCompanies(
  db: Db,
  organisationId: string,
  filter: RegisterFilter,
  page: { limit: number; cursor?: string | undefined; sort: RegisterSort },
): Promise<{ items: CompanyItem[]; next: string | null; total: number }> {
  const after = placeIn(page.cursor, 'text', 'text', 'id')
  const down = page.sort.startsWith('-')
  const key = sql`${keys[page.sort.replace('-', '')] ?? sql`''`} collate "C"`
  const { rows } = await sql<CompanyItem & { sortName: string; sortKey: string }>`
    select f.id, f.name, f.town, f.country, f.email, f.field, f.employees, f.rating, f.ratings, f."lastVisit", f."sortName", f."sortKey",
      k.checks from (
      select f.*, ${key} as "sortKey" from ${found(organisationId, filter)} f
      ${after ? sql`where (${key} ${down ? sql`<` : sql`>`} ${after[0]} or (${key} = ${after[0]} and (f."sortName", f.id) > (${after[1]}, ${after[2]}::uuid)))` : sql``}
      order by ${key} ${down ? sql`desc` : sql`asc`}, f."sortName", f.id limit ${page.limit + 1}
    ) f
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('key', check_key, 'state', state, 'validUntil', valid_until)), '[]') as checks
      from company_check where organisation_id = ${organisationId} and company_id = f.id
    ) k
    order by f."sortKey" ${down ? sql`desc` : sql`asc`}, f."sortName", f.id`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from ${found(organisationId, filter)} f`.execute(db)
  return {
    ...cutPage(rows, page.limit, (last) => [last.sortKey, last.sortName, last.id]),
    total: counted[0]?.total ?? 0,
  }
}

/** Towns of the register with how many companies each has, the largest first. */
export async function townsOf(db: Db, organisationId: string): Promise<{ town: string; count: number }[]> {
  const { rows } = await sql<{ town: string; count: number }>`
    select o.town, count(*)::int as count from partnership w join organisation o on o.id = w.partner_id
    where w.organisation_id = ${organisationId} and w.kind = 'company' and w.ended_at is null and o.town is not null
    group by o.town order by count(*) desc, o.town limit 200`.execute(db)
  return rows
}

/** Archives partner companies or brings them back; answers those that were not so already. */
export async function archiveCompanies(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
  endedAt: Date | null,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    update partnership w set ended_at = ${endedAt} from organisation o
    where o.id = w.partner_id and w.organisation_id = ${organisationId} and w.kind = 'company'
      and w.partner_id = any (${[...companyIds]}::uuid[]) and (w.ended_at is null) = ${endedAt !== null}
    returning o.id, o.name`.execute(db)
  return rows
}

/** Names of companies of the register, archived ones included, with those who work there now or are to come. */
export async function namedCompanies(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
): Promise<{ id: string; name: string; open: number }[]> {
  const { rows } = await sql<{ id: string; name: string; open: number }>`
    select o.id, o.name, (
      select count(*)::int from mobility m
      where m.company_id = o.id and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})
        and m.status in ('selected', 'accepted', 'placed', 'ready', 'abroad', 'interrupted')
    ) as open
    from partnership w join organisation o on o.id = w.partner_id
    where w.organisation_id = ${organisationId} and w.kind = 'company' and o.id = any (${[...companyIds]}::uuid[])`.execute(
    db,
  )
  return rows
}
