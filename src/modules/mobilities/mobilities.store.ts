import { sql, type RawBuilder } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import { kept, type Db } from '#server/database/database.ts'
import type { mobilitySorts } from './mobilities.shapes.contract.ts'
import { filterConditions, type FilterName, type MobilityFilters } from './mobility-filter.store.ts'
import type { MobilityScope } from './mobility-scope.ts'
import { rowColumns, rowJoins, type MobilityListRow } from './mobility-rows.store.ts'

export type MobilitySort = (typeof mobilitySorts)[number]

const keys: Record<MobilitySort, { column: string; type: string; descending: boolean }> = {
  departure: { column: 'departure', type: 'date', descending: false },
  '-departure': { column: 'departure', type: 'date', descending: true },
  name: { column: 'sort_name', type: 'text', descending: false },
  '-name': { column: 'sort_name', type: 'text', descending: true },
  due: { column: 'next_due', type: 'date', descending: false },
}

/** One page in the order asked for; mobilities without the sort value come last, whichever way it is sorted. */
export async function listMobilities(
  db: Db,
  scope: MobilityScope,
  filters: MobilityFilters,
  page: { sort: MobilitySort; limit: number; cursor?: string | undefined },
  today: Day,
): Promise<{ items: MobilityListRow[]; next: string | null }> {
  const conditions = filterConditions(scope, filters, today)
  const after = placeIn(page.cursor, keys[page.sort].type === 'date' ? 'day?' : 'text?', 'id')
  const wanted = page.limit + 1
  const known =
    after && after[0] === null ? [] : await pageRows(db, conditions, page.sort, after, wanted, false)
  const nullAfter = after && after[0] === null ? after : null
  const unknown =
    known.length < wanted
      ? await pageRows(db, conditions, page.sort, nullAfter, wanted - known.length, true)
      : []
  const rows = [...known, ...unknown]
  return cutPage(rows, page.limit, (last) => [last.sortKey, last.id])
}

/** Part of a page: the rows that have the sort value, or those that lack it. Two index ranges instead of one slow `or`. */
async function pageRows(
  db: Db,
  conditions: readonly RawBuilder<unknown>[],
  sort: MobilitySort,
  after: readonly [string | null, string] | null,
  limit: number,
  lacking: boolean,
): Promise<MobilityListRow[]> {
  const { column, type, descending } = keys[sort]
  if (lacking && column === 'sort_name') return []
  const key = sql.raw(`p.${column}`)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const beyond = sql.raw(descending ? '<' : '>')
  const range = lacking
    ? sql`${key} is null${after ? sql` and p.mobility_id ${beyond} ${after[1]}::uuid` : sql``}`
    : sql`${key} is not null${after ? sql` and (${key}, p.mobility_id) ${beyond} (${after[0]}::${sql.raw(type)}, ${after[1]}::uuid)` : sql``}`
  const { rows } = await sql<MobilityListRow>`${sql.raw(kept)}
    select ${rowColumns}, ${key}::text as "sortKey"
    from (
      select p.mobility_id, p.${sql.raw(column)} from mobility_party p
      where ${sql.join([...conditions, range], sql` and `)}
      order by ${key} ${direction}, p.mobility_id ${direction}
      limit ${limit}
    ) p
    ${rowJoins}
    order by ${key} ${direction}, p.mobility_id ${direction}`.execute(db)
  return rows
}

export async function countMobilities(
  db: Db,
  scope: MobilityScope,
  filters: MobilityFilters,
  today: Day,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from mobility_party p
    where ${sql.join(filterConditions(scope, filters, today), sql` and `)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Ids of all that match, in no order: for actions on many. */
export async function matchingIds(
  db: Db,
  scope: MobilityScope,
  filters: MobilityFilters,
  today: Day,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.mobility_id as id from mobility_party p
    where ${sql.join(filterConditions(scope, filters, today), sql` and `)} order by p.mobility_id`.execute(db)
  return rows.map((row) => row.id)
}

export interface Counted {
  value: string
  label: string | null
  count: number
}

const dimensions = {
  status: { value: sql`p.status`, label: sql`null::text`, join: sql``, filter: 'status' },
  country: { value: sql`p.country`, label: sql`null::text`, join: sql``, filter: 'country' },
  turn: { value: sql`coalesce(p.turn, 'nobody')`, label: sql`null::text`, join: sql``, filter: 'turn' },
  flow: {
    value: sql`p.flow_id::text`,
    label: sql`f.name`,
    join: sql`left join flow f on f.id = c.value::uuid`,
    filter: 'flow',
  },
} as const satisfies Record<
  string,
  { value: RawBuilder<unknown>; label: RawBuilder<unknown>; join: RawBuilder<unknown>; filter: FilterName }
>
export type Dimension = keyof typeof dimensions

/** How many mobilities there are for each value; its own filter is set aside so that the other values can be chosen. */
export async function countBy(
  db: Db,
  scope: MobilityScope,
  filters: MobilityFilters,
  dimension: Dimension,
  today: Day,
): Promise<Counted[]> {
  const unfiltered = scope.namedIn === null && Object.values(filters).every((value) => value === undefined)
  if (dimension === 'status' && unfiltered) return countByStatus(db)
  const { value, label, join, filter } = dimensions[dimension]
  const { rows } = await sql<Counted>`${sql.raw(kept)}
    select c.value, ${label} as label, c.count from (
      select ${value} as value, count(*) as count from mobility_party p
      where ${sql.join(filterConditions(scope, filters, today, filter), sql` and `)}
      group by 1 order by 2 desc, 1 limit 500
    ) c ${join} where c.value is not null order by c.count desc, c.value`.execute(db)
  return rows
}

/** The whole list by status, the question that every visit begins with. */
async function countByStatus(db: Db): Promise<Counted[]> {
  const { rows } = await sql<Counted>`${sql.raw(kept)}
    select status as value, null as label, count from app.mobilities_by_status() order by count desc, status`.execute(
    db,
  )
  return rows
}

/** The organisations on the other side: hosts and companies of a sender, senders of a host. */
export async function countPartners(
  db: Db,
  scope: MobilityScope,
  filters: MobilityFilters,
  today: Day,
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`${sql.raw(kept)}
    select c.value, o.name as label, c.count from (
      select other.organisation_id::text as value, count(*) as count
      from mobility_party p
      join mobility_party other on other.mobility_id = p.mobility_id and other.organisation_id <> ${scope.organisationId} and other.role in ('sending', 'hosting')
      where ${sql.join(filterConditions(scope, filters, today, 'partner'), sql` and `)}
      group by 1 order by 2 desc, 1 limit 200
    ) c join organisation o on o.id = c.value::uuid order by c.count desc, o.name`.execute(db)
  return rows
}
