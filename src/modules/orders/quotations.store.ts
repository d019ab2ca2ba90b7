import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { CancellationTerms } from './cancellation.rules.ts'
import type { ServiceLine } from './services.rules.ts'
import type { Side } from './states.rules.ts'
import type { Totals } from './totals.rules.ts'

export interface QuotationRow {
  id: string
  requestId: string
  number: number
  state: string
  currency: string
  people: number
  accompanying: number
  startsOn: Day
  endsOn: Day
  validUntil: Day
  optionUntil: Day | null
  lines: ServiceLine[]
  cancellation: CancellationTerms
  letter: string | null
  note: string | null
  gross: number
  reason: string | null
  writtenBy: string
  hostId: string
  sentAt: Date | null
  decidedAt: Date | null
  decidedBy: string | null
  version: number
}

const select = (organisationId: string) => sql<QuotationRow>`
  select q.id, q.request_id as "requestId", q.number, q.state, q.currency, q.people, q.accompanying, q.starts_on as "startsOn", q.ends_on as "endsOn",
    q.valid_until as "validUntil", q.option_until as "optionUntil", q.lines, q.cancellation, q.letter, q.note, q.gross::float8 as gross, q.reason,
    q.written_by as "writtenBy", q.host_id as "hostId", q.sent_at as "sentAt", q.decided_at as "decidedAt", q.decided_by as "decidedBy", q.version
  from quotation q
  where (q.host_id = ${organisationId} or (q.sender_id = ${organisationId} and (q.state <> 'draft' or q.written_by = ${organisationId})))`

export async function quotationsOf(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<QuotationRow[]> {
  const { rows } =
    await sql<QuotationRow>`${select(organisationId)} and q.request_id = ${requestId}::uuid order by q.number`.execute(
      db,
    )
  return rows
}

export async function findQuotation(
  db: Db,
  organisationId: string,
  id: string,
): Promise<QuotationRow | undefined> {
  const { rows } = await sql<QuotationRow>`${select(organisationId)} and q.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export interface QuotationValues {
  currency: string
  people: number
  accompanying: number
  startsOn: Day
  endsOn: Day
  validUntil: Day
  optionUntil: Day | null
  lines: ServiceLine[]
  cancellation: CancellationTerms
  letter: string | null
  note: string | null
  totals: Totals
}

const columnsOf = (values: QuotationValues) => ({
  currency: values.currency,
  people: values.people,
  accompanying: values.accompanying,
  starts_on: values.startsOn,
  ends_on: values.endsOn,
  valid_until: values.validUntil,
  option_until: values.optionUntil,
  lines: JSON.stringify(values.lines),
  cancellation: JSON.stringify(values.cancellation),
  letter: values.letter,
  note: values.note,
  net: values.totals.net,
  vat: values.totals.vat,
  gross: values.totals.gross,
})

export async function insertQuotation(
  db: Db,
  values: QuotationValues & { requestId: string; senderId: string; hostId: string; writtenBy: string },
  now: Date,
): Promise<string> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0)::int + 1 as next from quotation where request_id = ${values.requestId}::uuid`.execute(
    db,
  )
  const row = await db
    .insertInto('quotation')
    .values({
      ...columnsOf(values),
      request_id: values.requestId,
      sender_id: values.senderId,
      host_id: values.hostId,
      number: rows[0]?.next ?? 1,
      written_by: values.writtenBy,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateQuotation(db: Db, id: string, values: QuotationValues, now: Date): Promise<void> {
  await db
    .updateTable('quotation')
    .set((e) => ({ ...columnsOf(values), version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

/** Moves a quotation on; what is told beside stays with it. */
export async function moveQuotation(
  db: Db,
  id: string,
  values: { state: string; sent_at?: Date; decided_at?: Date; decided_by?: string; reason?: string | null },
  now: Date,
): Promise<void> {
  await db
    .updateTable('quotation')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

/** The quotation that is on the table gives way to a new version. */
export async function replaceSent(db: Db, requestId: string, now: Date): Promise<void> {
  await db
    .updateTable('quotation')
    .set((e) => ({ state: 'revised', version: e('version', '+', 1), updated_at: now }))
    .where('request_id', '=', requestId)
    .where('state', '=', 'sent')
    .execute()
}

export const deleteQuotation = (db: Db, id: string) =>
  db.deleteFrom('quotation').where('id', '=', id).where('state', '=', 'draft').execute()

export interface OrderRow {
  id: string
  requestId: string
  quotationId: string
  state: 'confirmed' | 'cancelled'
  orderedOn: Day
  orderedBy: string
  cancelledOn: Day | null
  cancellation: CancelledAs | null
  flowId: string | null
  hostId: string
  senderId: string
  version: number
}

/** A cancellation as it was when it happened. */
export interface CancelledAs {
  side: Side
  reason: string | null
  percent: number
  cost: number
  daysLeft: number
  by: 'step' | 'late' | 'force-majeure' | 'host'
  step: number | null
}

/** The order by its own id, or of a request. */
export async function findOrder(
  db: Db,
  organisationId: string,
  by: { id: string } | { requestId: string },
): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    select h.id, h.request_id as "requestId", h.quotation_id as "quotationId", h.state, h.ordered_on as "orderedOn", h.ordered_by as "orderedBy",
      h.cancelled_on as "cancelledOn", h.cancellation, h.flow_id as "flowId", h.host_id as "hostId", h.sender_id as "senderId", h.version
    from host_order h where (h.host_id = ${organisationId} or h.sender_id = ${organisationId})
      and ${'id' in by ? sql`h.id = ${by.id}::uuid` : sql`h.request_id = ${by.requestId}::uuid`}`.execute(db)
  return rows[0]
}

export async function insertOrder(
  db: Db,
  values: {
    requestId: string
    quotationId: string
    senderId: string
    hostId: string
    flowId: string | null
    day: Day
    by: string
  },
  now: Date,
): Promise<string> {
  const row = await db
    .insertInto('host_order')
    .values({
      request_id: values.requestId,
      quotation_id: values.quotationId,
      sender_id: values.senderId,
      host_id: values.hostId,
      flow_id: values.flowId,
      ordered_on: values.day,
      ordered_by: values.by,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function cancelOrderRow(
  db: Db,
  id: string,
  day: Day,
  as: CancelledAs,
  now: Date,
): Promise<void> {
  await db
    .updateTable('host_order')
    .set((e) => ({
      state: 'cancelled',
      cancelled_on: day,
      cancellation: JSON.stringify(as),
      version: e('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', id)
    .execute()
}
