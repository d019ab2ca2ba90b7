import { sql, type RawBuilder } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Party } from './party.rules.ts'
import type { Invoiced } from './parts.rules.ts'
import type { Side } from './states.rules.ts'
import type { PricedLine } from './totals.rules.ts'

export interface RequestRow {
  id: string
  title: string
  side: Side
  senderId: string
  hostId: string
  partnerId: string
  partner: string
  partnerClaimed: boolean
  partnerEmail: string | null
  partnerLanguage: string
  flowId: string | null
  flow: string | null
  people: number
  mostPeople: number | null
  accompanying: number
  startsOn: Day
  endsOn: Day
  fields: string[]
  services: string[]
  message: string | null
  state: string
  reason: string | null
  buyer: Party
  writtenBy: string
  createdBy: string
  createdAt: Date
  version: number
  updatedAt: Date
  quotationId: string | null
  quotationNumber: number | null
  quotationState: string | null
  quotationGross: number | null
  quotationCurrency: string | null
  validUntil: Day | null
  optionUntil: Day | null
  draftQuotation: boolean
  orderId: string | null
  orderState: string | null
  orderedOn: Day | null
  cancellationCost: number | null
  /** What share of the order is owed since it was cancelled. */
  cancellationPercent: number | null
  /** What was ordered. */
  orderLines: PricedLine[] | null
  /** What was issued. */
  documents: Invoiced[]
  invoiced: number
  draftInvoice: boolean
  paid: number
  dueInvoices: number
}

/** Both sides of what an organisation has to do with, each through its own index. */
const sidesOf = (organisationId: string) => sql`(
  select r.*, 'host' as side, r.sender_id as partner_id from request r where r.host_id = ${organisationId}
  union all
  select r.*, 'sender' as side, r.host_id as partner_id from request r where r.sender_id = ${organisationId}
)`

const select = (organisationId: string, from: RawBuilder<unknown>) => sql<RequestRow>`
  select r.id, r.title, r.side, r.sender_id as "senderId", r.host_id as "hostId", o.id as "partnerId", o.name as partner,
    o.claimed_at is not null as "partnerClaimed", o.email as "partnerEmail", o.language as "partnerLanguage", f.id as "flowId", f.name as flow,
    r.people, r.most_people as "mostPeople", r.accompanying, r.starts_on as "startsOn", r.ends_on as "endsOn", r.fields, r.services,
    r.message, r.state, r.reason, r.buyer, r.written_by as "writtenBy", r.created_by as "createdBy", r.created_at as "createdAt", r.version,
    r.updated_at as "updatedAt", q.id as "quotationId", q.number as "quotationNumber", q.state as "quotationState", q.gross::float8 as "quotationGross",
    q.currency as "quotationCurrency", q.valid_until as "validUntil", q.option_until as "optionUntil",
    exists (select from quotation d where d.request_id = r.id and d.state = 'draft' and (d.host_id = ${organisationId} or d.written_by = ${organisationId})) as "draftQuotation",
    h.id as "orderId", h.state as "orderState", h.ordered_on as "orderedOn", (h.cancellation ->> 'cost')::float8 as "cancellationCost",
    (h.cancellation ->> 'percent')::float8 as "cancellationPercent", case when h.id is not null then q.lines end as "orderLines", i.documents,
    coalesce(i.invoiced, 0)::float8 as invoiced, coalesce(i.paid, 0)::float8 as paid, coalesce(i.due, 0)::int as "dueInvoices", coalesce(i.drafts, 0) > 0 as "draftInvoice"
  from ${from} r
  join organisation o on o.id = r.partner_id
  left join flow f on f.id = r.flow_id
  left join lateral (select * from quotation q where q.request_id = r.id and q.state <> 'draft' order by q.number desc limit 1) q on true
  left join host_order h on h.request_id = r.id
  left join lateral (
    select sum(case when i.kind = 'invoice' then i.gross else -i.gross end) filter (where i.state <> 'draft') as invoiced,
      coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'lines', i.lines)) filter (where i.state <> 'draft'), '[]') as documents,
      sum(i.paid) filter (where i.kind = 'invoice') as paid,
      count(*) filter (where i.state in ('issued', 'part-paid') and i.kind = 'invoice') as due,
      count(*) filter (where i.state = 'draft' and i.host_id = ${organisationId}) as drafts
    from invoice i where i.request_id = r.id
  ) i on true`

export interface RequestFilter {
  step?: 'open' | 'quoted' | 'ordered' | 'closed' | undefined
  partner?: string | undefined
  flow?: string | undefined
  q?: string | undefined
}

const statesOf = {
  open: ['open'],
  quoted: ['quoted'],
  ordered: ['ordered'],
  closed: ['declined', 'withdrawn'],
} as const

function conditionsOf(filter: RequestFilter): RawBuilder<unknown>[] {
  const words = (filter.q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 8)
  return [
    ...(filter.step ? [sql`r.state = any (${[...statesOf[filter.step]]}::text[])`] : []),
    ...(filter.partner ? [sql`r.partner_id = ${filter.partner}::uuid`] : []),
    ...(filter.flow ? [sql`r.flow_id = ${filter.flow}::uuid`] : []),
    ...words.map((word) => {
      const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
      return sql`(r.search like app.plain(${like}) or exists (select from organisation p where p.id = r.partner_id and p.search like app.plain(${like})))`
    }),
  ]
}

const where = (conditions: RawBuilder<unknown>[]) =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``

/** One page of requests, the latest stay first, and the sums of all that the filter finds. */
export async function listRequests(
  db: Db,
  organisationId: string,
  filter: RequestFilter,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = placeIn(page.cursor, 'day', 'id')
  const conditions = conditionsOf(filter)
  const paged = [
    ...conditions,
    ...(after ? [sql`(r.starts_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ]
  const found = sql`(select r.* from ${sidesOf(organisationId)} r ${where(paged)} order by r.starts_on desc, r.id desc limit ${page.limit + 1})`
  const { rows } =
    await sql<RequestRow>`${select(organisationId, found)} order by r.starts_on desc, r.id desc`.execute(db)
  const { rows: sums } = await sql<{ currency: string; count: number; gross: number; open: number }>`
    select q.currency, count(*)::int as count, sum(q.gross)::float8 as gross, 0::float8 as open
    from ${sidesOf(organisationId)} r
    join lateral (select * from quotation q where q.request_id = r.id and q.state <> 'draft' order by q.number desc limit 1) q on true
    ${where(conditions)} group by q.currency order by 2 desc, 1`.execute(db)
  return { ...cutPage(rows, page.limit, (last) => [last.startsOn, last.id]), sums }
}

export async function countRequests(db: Db, organisationId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select r.state, count(*)::int as count from ${sidesOf(organisationId)} r group by r.state`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.state, row.count]))
}

/** A request that the organisation is a side of; locked when something is about to change. */
export async function findRequest(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<RequestRow | undefined> {
  if (options.lock)
    await sql`select from request where id = ${id}::uuid and (sender_id = ${organisationId} or host_id = ${organisationId}) for update`.execute(
      db,
    )
  const one = sql`(select r.* from ${sidesOf(organisationId)} r where r.id = ${id}::uuid)`
  const { rows } = await select(organisationId, one).execute(db)
  return rows[0]
}

export interface RequestValues {
  title: string
  flowId: string | null
  people: number
  mostPeople: number | null
  accompanying: number
  startsOn: Day
  endsOn: Day
  fields: string[]
  services: string[]
  message: string | null
  buyer: Party
}

const columnsOf = (values: RequestValues) => ({
  title: values.title,
  flow_id: values.flowId,
  people: values.people,
  most_people: values.mostPeople,
  accompanying: values.accompanying,
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  fields: values.fields,
  services: values.services,
  message: values.message,
  buyer: JSON.stringify(values.buyer),
})

export async function insertRequest(
  db: Db,
  values: RequestValues & { senderId: string; hostId: string; writtenBy: string; by: string },
  now: Date,
): Promise<string> {
  const row = await db
    .insertInto('request')
    .values({
      ...columnsOf(values),
      sender_id: values.senderId,
      host_id: values.hostId,
      written_by: values.writtenBy,
      created_by: values.by,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateRequest(
  db: Db,
  id: string,
  values: RequestValues | { state: string; reason?: string | null },
  now: Date,
): Promise<void> {
  await db
    .updateTable('request')
    .set((e) => ({
      ...('state' in values ? values : columnsOf(values)),
      version: e('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', id)
    .execute()
}

/** An organisation as a party of the trade, if it is one's own or a partner's. */
export async function findTrader(db: Db, organisationId: string, id: string) {
  const { rows } = await sql<{
    id: string
    name: string
    address: string | null
    town: string | null
    country: string | null
    email: string | null
    phone: string | null
    language: string
    claimed: boolean
  }>`
    select o.id, o.name, o.address, o.town, o.country, o.email, o.phone, o.language, o.claimed_at is not null as claimed
    from organisation o where o.id = ${id}::uuid and (o.id = ${organisationId} or exists (
      select from partnership p where (p.organisation_id = ${organisationId} and p.partner_id = o.id)
        or (p.partner_id = ${organisationId} and p.organisation_id = o.id)))`.execute(db)
  return rows[0]
}

/** The mobilities of a flow that a host hosts and that are still to come or going on. */
export async function hostedMobilities(db: Db, flowId: string, hostId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.mobility_id as id from mobility_party p
    where p.flow_id = ${flowId}::uuid and p.role = 'hosting' and p.organisation_id = ${hostId}
      and p.status in ('draft', 'selected', 'accepted', 'placed', 'ready', 'abroad') order by p.mobility_id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
