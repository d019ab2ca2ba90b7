import { sql, type RawBuilder } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import { likeWords } from '#modules/companies/companies.store.ts'
import { watchedStatuses } from './kinds.rules.ts'
import type { PaperCounts } from './summary.rules.ts'

export interface ListedRow {
  mobilityId: string
  participant: string
  birthDate: string | null
  flowId: string | null
  flow: string | null
  country: string | null
  departure: string | null
  returnDate: string | null
  sortName: string
}

export interface PapersFilter {
  flow?: string | undefined
  /** Only those who leave on this day or later (`from`), or who left before it. */
  from?: string | undefined
  before?: string | undefined
  q?: string | undefined
  filter?: 'missing' | 'to-check' | 'expiring' | 'unknown' | undefined
}

const columns = {
  missing: 'missing',
  'to-check': 'to_check',
  expiring: 'expiring',
  unknown: 'unknown',
} as const

/** The own participants whose papers are watched: those with dates who are not back yet. One range of one index. */
const watched = (scope: MobilityScope, { flow, from, before }: PapersFilter): RawBuilder<unknown> => sql`
  mobility_party p left join mobility_papers w on w.mobility_id = p.mobility_id
  where p.organisation_id = ${scope.organisationId} and p.main and p.role = 'sending' and p.departure is not null
    and p.status = any (${[...watchedStatuses]}::text[])
    ${flow ? sql`and p.flow_id = ${flow}::uuid` : sql``}
    ${from ? sql`and p.departure >= ${from}::date` : sql``}
    ${before ? sql`and p.departure < ${before}::date` : sql``}
    ${scope.namedIn ? sql`and exists (select from mobility_party x where x.mobility_id = p.mobility_id and x.membership_id = ${scope.namedIn}::uuid)` : sql``}`

/** One page by departure and name. */
export async function listRows(
  db: Db,
  scope: MobilityScope,
  filter: PapersFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: ListedRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'day', 'text', 'id')
  const column = filter.filter && columns[filter.filter]
  const { rows } = await sql<ListedRow>`
    select f.*, s.given_name || ' ' || s.family_name as participant, s.birth_date as "birthDate", l.name as flow from (
      select p.mobility_id as "mobilityId", p.flow_id as "flowId", p.country, p.departure, p.return_date as "returnDate",
        p.sort_name as "sortName"
      from ${watched(scope, filter)}
        ${sql.join(likeWords(sql`p.search`, filter.q), sql` `)}
        ${column ? sql`and w.${sql.ref(column)} > 0` : sql``}
        ${after ? sql`and (p.departure, p.sort_name, p.mobility_id) > (${after[0]}::date, ${after[1]}, ${after[2]}::uuid)` : sql``}
      order by p.departure, p.sort_name, p.mobility_id limit ${page.limit + 1}
    ) f join mobility m on m.id = f."mobilityId" join person s on s.id = m.person_id left join flow l on l.id = f."flowId"
    order by f.departure, f."sortName", f."mobilityId"`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.departure ?? '', last.sortName, last.mobilityId])
}

/** How many people there are, and how many with at least one paper of each group. */
export async function countRows(
  db: Db,
  scope: MobilityScope,
  filter: PapersFilter,
): Promise<{ people: number; counts: PaperCounts }> {
  const { rows } = await sql<PaperCounts & { people: number }>`
    select count(*)::int as people, count(*) filter (where w.missing > 0)::int as missing,
      count(*) filter (where w.to_check > 0)::int as "toCheck", count(*) filter (where w.expiring > 0)::int as expiring,
      count(*) filter (where w.unknown > 0)::int as unknown
    from ${watched(scope, filter)}`.execute(db)
  const { people = 0, ...counts } = rows[0] ?? { missing: 0, toCheck: 0, expiring: 0, unknown: 0 }
  return { people, counts }
}

/** Notes that these were asked today. */
export async function noteAsked(db: Db, mobilityIds: readonly string[], day: string): Promise<void> {
  await sql`update mobility_papers set asked_on = ${day}::date where mobility_id = any (${[...mobilityIds]}::uuid[])`.execute(
    db,
  )
}
