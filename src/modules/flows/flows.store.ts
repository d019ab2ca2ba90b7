import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Flow } from '#server/database/schema.ts'

export type FlowRow = Selectable<Flow>

/** Whose flows are asked for. `namedIn`: only those with a mobility that names this membership. */
export interface FlowScope {
  organisationId: string
  namedIn: string | null
}

export interface FlowFilter {
  search?: string | undefined
  project?: readonly string[] | undefined
  country?: readonly string[] | undefined
  hosting?: string | undefined
  archived?: boolean | undefined
  over?: boolean | undefined
  sort: 'departure' | '-departure'
}

const inScope = ({ organisationId, namedIn }: FlowScope) =>
  namedIn === null
    ? sql<boolean>`(flow.organisation_id = ${organisationId} or flow.hosting_id = ${organisationId}
        or flow.id in (select app.flows_with_part()))`
    : sql<boolean>`flow.id in (select p.flow_id from mobility_party p where p.membership_id = ${namedIn})`

// A flow without dates comes after all others, whichever way they are sorted.
const departure = (sort: FlowFilter['sort']) =>
  sort === 'departure'
    ? sql<Day>`coalesce(flow.start_date, 'infinity')`
    : sql<Day>`coalesce(flow.start_date, '-infinity')`

/** The flows with the names of those around them; a project that the asker does not see is absent. */
const selectFlows = (db: Db, scope: FlowScope) =>
  db
    .selectFrom('flow')
    .innerJoin('organisation as o', 'o.id', 'flow.organisation_id')
    .leftJoin('organisation as h', 'h.id', 'flow.hosting_id')
    .leftJoin('project as p', 'p.id', 'flow.project_id')
    .selectAll('flow')
    .select([
      'o.name as organisationName',
      'h.name as hostingName',
      'p.id as projectId',
      'p.code as projectCode',
      'p.title as projectTitle',
      'p.start_date as projectStart',
      'p.end_date as projectEnd',
    ])
    .where(inScope(scope))

export type NamedFlowRow = Awaited<ReturnType<ReturnType<typeof selectFlows>['executeTakeFirstOrThrow']>>

/** One page of flows by departure. */
export async function listFlows(
  db: Db,
  scope: FlowScope,
  filter: FlowFilter,
  page: { limit: number; cursor?: string | undefined },
  today: Day,
) {
  const after = placeIn(page.cursor, 'day', 'id')
  const search = filter.search?.trim()
  const key = departure(filter.sort)
  const direction = filter.sort === 'departure' ? 'asc' : 'desc'
  const rows = await selectFlows(db, scope)
    .select(sql<string>`${key}::text`.as('sortKey'))
    .$if(Boolean(filter.project?.length), (q) => q.where('flow.project_id', 'in', filter.project ?? []))
    .$if(Boolean(filter.country?.length), (q) => q.where('flow.country', 'in', filter.country ?? []))
    .$if(filter.hosting !== undefined, (q) => q.where('flow.hosting_id', '=', filter.hosting ?? null))
    .$if(filter.archived !== undefined, (q) =>
      q.where('flow.archived_at', filter.archived ? 'is not' : 'is', null),
    )
    .$if(filter.over === true, (q) => q.where('flow.end_date', '<', today))
    .$if(filter.over === false, (q) =>
      q.where(sql<boolean>`(flow.end_date is null or flow.end_date >= ${today}::date)`),
    )
    .$if(Boolean(search), (q) =>
      q.where(
        sql<boolean>`strpos(app.plain(flow.name || ' ' || coalesce(flow.town, '')), app.plain(${search ?? ''})) > 0`,
      ),
    )
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(${key}, flow.id) ${sql.raw(direction === 'asc' ? '>' : '<')} (${after?.[0]}::date, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy(key, direction)
    .orderBy('flow.id', direction)
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (last) => [last.sortKey, last.id])
}

/** One flow that the organisation sees. */
export const readFlow = (db: Db, scope: FlowScope, id: string) =>
  selectFlows(db, scope).where('flow.id', '=', id).executeTakeFirst()

/** How many of the mobilities that the organisation has a part in stand at each status, by flow. */
export async function statusCounts(db: Db, scope: FlowScope, flowIds: readonly string[]) {
  const counts = new Map<string, Record<string, number>>()
  if (flowIds.length === 0) return counts
  const rows = await db
    .selectFrom('mobility_party')
    .select(['flow_id', 'status', (e) => e.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', scope.organisationId)
    .where('flow_id', 'in', [...flowIds])
    .$if(scope.namedIn === null, (q) => q.where('main', '=', true))
    .$if(scope.namedIn !== null, (q) => q.where('membership_id', '=', scope.namedIn))
    .groupBy(['flow_id', 'status'])
    .execute()
  for (const row of rows) {
    const flow = counts.get(row.flow_id ?? '') ?? {}
    counts.set(row.flow_id ?? '', { ...flow, [row.status]: row.count })
  }
  return counts
}

/** A flow of the organisation itself, locked when asked for an edit. */
export function findOwnFlow(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<FlowRow | undefined> {
  return db
    .selectFrom('flow')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
}

/** The flows at work of the organisation, all or those of one project. */
export function ownFlows(db: Db, organisationId: string, projectId?: string) {
  return db
    .selectFrom('flow')
    .selectAll()
    .select(sql<string>`app.plain(name)`.as('plainName'))
    .where('organisation_id', '=', organisationId)
    .where('archived_at', 'is', null)
    .$if(projectId !== undefined, (q) => q.where('project_id', '=', projectId ?? null))
    .orderBy('start_date')
    .orderBy('id')
    .execute()
}

/** Whether an organisation is a partner: one of the two has written the other down. */
export async function isPartner(db: Db, organisationId: string, partnerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('partnership')
    .select('partner_id')
    .where('organisation_id', 'in', [organisationId, partnerId])
    .where('partner_id', 'in', [organisationId, partnerId])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Inserts many flows, in pieces that stay below the protocol's number of parameters. */
export async function insertFlows(db: Db, rows: readonly Insertable<Flow>[]): Promise<void> {
  const size = 2000
  for (let start = 0; start < rows.length; start += size)
    await db
      .insertInto('flow')
      .values(rows.slice(start, start + size))
      .execute()
}

/** Saves fields of a locked row and raises its version. */
export function updateFlow(db: Db, id: string, values: Updateable<Flow>, now: Date): Promise<FlowRow> {
  return db
    .updateTable('flow')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
