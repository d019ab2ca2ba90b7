import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Invoiced } from './parts.rules.ts'
import type { PricedLine } from './totals.rules.ts'

export interface ProjectOrderRow {
  requestId: string
  title: string
  hostId: string
  host: string
  flowId: string
  flow: string
  state: 'quoted' | 'ordered' | 'cancelled'
  startsOn: Day
  endsOn: Day
  currency: string
  /** What was quoted, and what a cancelled order costs. */
  quoted: number
  cancellationCost: number | null
  cancellationPercent: number | null
  lines: PricedLine[]
  documents: Invoiced[]
  invoiced: number
  paid: number
}

/** Whether the organisation has this project. */
export async function ownsProject(db: Db, organisationId: string, projectId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from project where id = ${projectId}::uuid and organisation_id = ${organisationId}`.execute(db)
  return rows.length > 0
}

/** Quotations on the table and orders of a project's flows as the sender has them, by flow. */
export async function ordersOfProject(
  db: Db,
  organisationId: string,
  projectId: string,
): Promise<ProjectOrderRow[]> {
  const { rows } = await sql<ProjectOrderRow>`
    select r.id as "requestId", r.title, o.id as "hostId", o.name as host, f.id as "flowId", f.name as flow,
      case when h.state = 'cancelled' then 'cancelled' else r.state end as state, q.starts_on as "startsOn", q.ends_on as "endsOn", q.currency,
      q.gross::float8 as quoted, (h.cancellation ->> 'cost')::float8 as "cancellationCost",
      (h.cancellation ->> 'percent')::float8 as "cancellationPercent", q.lines, i.documents,
      coalesce(i.invoiced, 0)::float8 as invoiced, coalesce(i.paid, 0)::float8 as paid
    from flow f
    join request r on r.flow_id = f.id and r.sender_id = ${organisationId} and r.state in ('quoted', 'ordered')
    join organisation o on o.id = r.host_id
    left join host_order h on h.request_id = r.id
    join lateral (
      select q.* from quotation q
      where q.request_id = r.id and case when h.id is null then q.state = 'sent' else q.id = h.quotation_id end
      limit 1
    ) q on true
    left join lateral (
      select sum(case when i.kind = 'invoice' then i.gross else -i.gross end) as invoiced, sum(i.paid) filter (where i.kind = 'invoice') as paid,
        coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'lines', i.lines)), '[]') as documents
      from invoice i where i.request_id = r.id and i.state <> 'draft'
    ) i on true
    where f.project_id = ${projectId}::uuid
    order by app.plain(f.name), f.id, q.starts_on, r.id`.execute(db)
  return rows
}
