import { sql, type RawBuilder } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Party } from './party.rules.ts'
import type { InvoiceState, Side } from './states.rules.ts'
import type { PricedLine, Totals } from './totals.rules.ts'

export interface InvoiceRow {
  id: string
  kind: 'invoice' | 'credit-note'
  orderId: string
  requestId: string
  creditsId: string | null
  senderId: string
  hostId: string
  state: InvoiceState
  number: string | null
  issuedOn: Day | null
  dueOn: Day | null
  currency: string
  seller: Party
  buyer: Party
  payment: { holder: string | null; iban: string | null; bic: string | null }
  lines: PricedLine[]
  startsOn: Day | null
  endsOn: Day | null
  reference: string | null
  paymentDays: number
  paymentTerms: string | null
  note: string | null
  net: number
  vat: number
  gross: number
  paid: number
  credited: number
  remindedAt: Date | null
  reminders: number
  version: number
}

const columns = sql`i.id, i.kind, i.order_id as "orderId", i.request_id as "requestId", i.credits_id as "creditsId", i.sender_id as "senderId",
  i.host_id as "hostId", i.state, i.number, i.issued_on as "issuedOn", i.due_on as "dueOn", i.currency, i.seller, i.buyer, i.payment, i.lines,
  i.starts_on as "startsOn", i.ends_on as "endsOn", i.reference, i.payment_days as "paymentDays", i.payment_terms as "paymentTerms", i.note,
  i.net::float8 as net, i.vat::float8 as vat, i.gross::float8 as gross, i.paid::float8 as paid, i.credited::float8 as credited,
  i.reminded_at as "remindedAt", i.reminders, i.version`

/** What a side sees: the host all, the sender what was issued. */
const seen = (organisationId: string) =>
  sql`(i.host_id = ${organisationId} or (i.sender_id = ${organisationId} and i.state <> 'draft'))`

export async function invoicesOf(db: Db, organisationId: string, requestId: string): Promise<InvoiceRow[]> {
  const { rows } = await sql<InvoiceRow>`
    select ${columns} from invoice i where i.request_id = ${requestId}::uuid and ${seen(organisationId)}
    order by i.issued_on nulls last, i.id`.execute(db)
  return rows
}

export async function findInvoice(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<InvoiceRow | undefined> {
  const { rows } = await sql<InvoiceRow>`
    select ${columns} from invoice i where i.id = ${id}::uuid and ${seen(organisationId)} ${options.lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return rows[0]
}

export interface InvoiceFilter {
  view?: 'draft' | 'due' | 'overdue' | 'settled' | undefined
  partner?: string | undefined
  q?: string | undefined
}
export interface InvoiceListRow extends InvoiceRow {
  side: Side
  title: string
  partnerId: string
  partner: string
}

const sides = (organisationId: string) => sql`(
  select i.*, 'host' as side, i.sender_id as partner_id from invoice i where i.host_id = ${organisationId}
  union all
  select i.*, 'sender' as side, i.host_id as partner_id from invoice i where i.sender_id = ${organisationId} and i.state <> 'draft'
)`
const views = (today: Day) => ({
  draft: sql`i.state = 'draft'`,
  due: sql`i.kind = 'invoice' and i.state in ('issued', 'part-paid')`,
  overdue: sql`i.kind = 'invoice' and i.state in ('issued', 'part-paid') and i.due_on < ${today}::date`,
  settled: sql`(i.state in ('paid', 'credited') or (i.kind = 'credit-note' and i.state <> 'draft'))`,
})
const orderDay = sql`coalesce(i.issued_on, 'infinity'::date)`

function conditionsOf(filter: InvoiceFilter, today: Day): RawBuilder<unknown>[] {
  const words = (filter.q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 8)
  return [
    sql`true`,
    ...(filter.view ? [views(today)[filter.view]] : []),
    ...(filter.partner ? [sql`i.partner_id = ${filter.partner}::uuid`] : []),
    ...words.map((word) => {
      const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
      return sql`(i.search like app.plain(${like}) or exists (select from organisation p where p.id = i.partner_id and p.search like app.plain(${like})))`
    }),
  ]
}

/** One page of invoices, drafts first and then the latest, with the sums of all that the filter finds (credit notes taken off). */
export async function listInvoices(
  db: Db,
  organisationId: string,
  filter: InvoiceFilter,
  page: { limit: number; cursor?: string | undefined },
  today: Day,
) {
  const after = placeIn(page.cursor, 'day', 'id')
  const conditions = conditionsOf(filter, today)
  const paged = after
    ? [...conditions, sql`(${orderDay}, i.id) < (${after[0]}::date, ${after[1]}::uuid)`]
    : conditions
  const { rows } = await sql<InvoiceListRow & { orderDay: string }>`
    select ${columns}, i.side, r.title, o.id as "partnerId", o.name as partner, ${orderDay}::text as "orderDay"
    from (select i.* from ${sides(organisationId)} i where ${sql.join(paged, sql` and `)} order by ${orderDay} desc, i.id desc limit ${page.limit + 1}) i
    join request r on r.id = i.request_id join organisation o on o.id = i.partner_id
    order by ${orderDay} desc, i.id desc`.execute(db)
  const { rows: sums } = await sql<{ currency: string; count: number; gross: number; open: number }>`
    select i.currency, count(*)::int as count, sum(case when i.kind = 'invoice' then i.gross else -i.gross end)::float8 as gross,
      coalesce(sum(greatest(0, i.gross - i.paid - i.credited)) filter (where i.kind = 'invoice' and i.state in ('issued', 'part-paid')), 0)::float8 as open
    from ${sides(organisationId)} i where ${sql.join(conditions, sql` and `)} group by i.currency order by 2 desc, 1`.execute(
    db,
  )
  return { ...cutPage(rows, page.limit, (last) => [last.orderDay, last.id]), sums }
}

export async function countInvoices(db: Db, organisationId: string, today: Day) {
  const view = views(today)
  const { rows } = await sql<{ draft: number; due: number; overdue: number; settled: number }>`
    select count(*) filter (where ${view.draft})::int as draft, count(*) filter (where ${view.due})::int as due,
      count(*) filter (where ${view.overdue})::int as overdue, count(*) filter (where ${view.settled})::int as settled
    from ${sides(organisationId)} i`.execute(db)
  return rows[0] ?? { draft: 0, due: 0, overdue: 0, settled: 0 }
}

export interface InvoiceValues {
  currency: string
  seller: Party
  buyer: Party
  payment: InvoiceRow['payment']
  lines: readonly PricedLine[]
  startsOn: Day | null
  endsOn: Day | null
  reference: string | null
  paymentDays: number
  paymentTerms: string | null
  note: string | null
  totals: Totals
}

const valuesOf = (values: InvoiceValues) => ({
  currency: values.currency,
  seller: JSON.stringify(values.seller),
  buyer: JSON.stringify(values.buyer),
  payment: JSON.stringify(values.payment),
  lines: JSON.stringify(values.lines),
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  reference: values.reference,
  payment_days: values.paymentDays,
  payment_terms: values.paymentTerms,
  note: values.note,
  net: values.totals.net,
  vat: values.totals.vat,
  gross: values.totals.gross,
})

export async function insertInvoice(
  db: Db,
  values: InvoiceValues &
    Pick<InvoiceRow, 'kind' | 'orderId' | 'requestId' | 'creditsId' | 'senderId' | 'hostId'>,
  now: Date,
): Promise<string> {
  const row = await db
    .insertInto('invoice')
    .values({
      ...valuesOf(values),
      kind: values.kind,
      order_id: values.orderId,
      request_id: values.requestId,
      credits_id: values.creditsId,
      sender_id: values.senderId,
      host_id: values.hostId,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateInvoice(
  db: Db,
  id: string,
  values: InvoiceValues & {
    issue?: { number: string; year: number; sequence: number; issuedOn: Day; dueOn: Day | null }
  },
  now: Date,
): Promise<void> {
  const { issue } = values
  const issued = issue
    ? {
        state: 'issued',
        number: issue.number,
        year: issue.year,
        sequence: issue.sequence,
        issued_on: issue.issuedOn,
        due_on: issue.dueOn,
      }
    : {}
  await db
    .updateTable('invoice')
    .set((e) => ({ ...valuesOf(values), ...issued, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

/** What became of an issued invoice. */
export async function settleInvoice(
  db: Db,
  id: string,
  values: { state: InvoiceState; paid?: number; credited?: number; reminded_at?: Date; reminders?: number },
  now: Date,
): Promise<void> {
  await db
    .updateTable('invoice')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

export const deleteInvoice = (db: Db, id: string) =>
  db.deleteFrom('invoice').where('id', '=', id).where('state', '=', 'draft').execute()

/** The next number of a year. The counter's row is locked until the transaction ends, so whoever issues next waits and gets the next one. */
export async function nextSequence(
  db: Db,
  organisationId: string,
  kind: string,
  year: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into invoice_counter (organisation_id, kind, year, last) values (${organisationId}, ${kind}, ${year}, 1)
    on conflict (organisation_id, kind, year) do update set last = invoice_counter.last + 1 returning last`.execute(
    db,
  )
  const last = rows[0]?.last
  if (last === undefined) throw new Error('no number was given')
  return last
}

/** The last numbers given in a year, for showing what the next ones will be. */
export async function lastSequences(
  db: Db,
  organisationId: string,
  year: number,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('invoice_counter')
    .select(['kind', 'last'])
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.kind, row.last]))
}

/** All that was credited of an invoice by issued credit notes. */
export async function creditedOf(db: Db, invoiceId: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(gross), 0)::float8 as sum from invoice where credits_id = ${invoiceId}::uuid and state <> 'draft'`.execute(
    db,
  )
  return rows[0]?.sum ?? 0
}

export interface ReceiptRow {
  id: string
  invoiceId: string
  paidOn: Day
  amount: number
  note: string | null
  by: string
}

export async function receiptsOf(db: Db, invoiceIds: readonly string[]): Promise<ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select id, invoice_id as "invoiceId", paid_on as "paidOn", amount::float8 as amount, note, created_by as by
    from invoice_receipt where invoice_id = any (${[...invoiceIds]}::uuid[]) order by paid_on, id`.execute(db)
  return rows
}

export async function insertReceipt(
  db: Db,
  invoice: Pick<InvoiceRow, 'id' | 'senderId' | 'hostId'>,
  values: { paidOn: Day; amount: number; note: string | null; by: string },
  now: Date,
): Promise<string> {
  const row = await db
    .insertInto('invoice_receipt')
    .values({
      invoice_id: invoice.id,
      sender_id: invoice.senderId,
      host_id: invoice.hostId,
      paid_on: values.paidOn,
      amount: values.amount,
      note: values.note,
      created_by: values.by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function deleteReceipt(db: Db, invoiceId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('invoice_receipt')
    .where('invoice_id', '=', invoiceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
