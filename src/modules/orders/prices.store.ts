import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { CancellationTerms } from './cancellation.rules.ts'
import type { Party } from './party.rules.ts'
import type { ServiceLine } from './services.rules.ts'
import type { VatRegime } from './vat.rules.ts'

export type PriceLine = Omit<ServiceLine, 'quantity'> & { usual: boolean }
export interface PriceListRow {
  id: string
  name: string
  senderId: string | null
  sender: string | null
  currency: string
  validFrom: Day
  validUntil: Day | null
  lines: PriceLine[]
  version: number
}

const select = sql<PriceListRow>`
  select p.id, p.name, p.sender_id as "senderId", o.name as sender, p.currency, p.valid_from as "validFrom", p.valid_until as "validUntil", p.lines, p.version
  from price_list p left join organisation o on o.id = p.sender_id`

export async function listPrices(db: Db, organisationId: string): Promise<PriceListRow[]> {
  const { rows } =
    await sql<PriceListRow>`${select} where p.organisation_id = ${organisationId} and p.archived_at is null
    order by p.valid_from desc, p.id desc limit 500`.execute(db)
  return rows
}

export async function findPrices(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PriceListRow | undefined> {
  const { rows } =
    await sql<PriceListRow>`${select} where p.organisation_id = ${organisationId} and p.id = ${id}::uuid
    ${options.lock ? sql`for update of p` : sql``}`.execute(db)
  return rows[0]
}

/** The list that holds for a sender on a day: its own before the general one, the newest before older ones. */
export async function pricesFor(
  db: Db,
  organisationId: string,
  senderId: string,
  day: Day,
): Promise<PriceListRow | undefined> {
  const { rows } =
    await sql<PriceListRow>`${select} where p.organisation_id = ${organisationId} and p.archived_at is null
    and (p.sender_id = ${senderId} or p.sender_id is null) and p.valid_from <= ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date)
    order by p.sender_id is null, p.valid_from desc, p.id desc limit 1`.execute(db)
  return rows[0]
}

export type PriceListValues = Omit<PriceListRow, 'id' | 'sender' | 'version'>

const columnsOf = (values: PriceListValues) => ({
  name: values.name,
  sender_id: values.senderId,
  currency: values.currency,
  valid_from: values.validFrom,
  valid_until: values.validUntil,
  lines: JSON.stringify(values.lines),
})

export async function insertPrices(
  db: Db,
  organisationId: string,
  values: PriceListValues,
  now: Date,
): Promise<string> {
  const row = await db
    .insertInto('price_list')
    .values({ ...columnsOf(values), organisation_id: organisationId, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updatePrices(
  db: Db,
  id: string,
  values: PriceListValues,
  archived: boolean,
  now: Date,
): Promise<void> {
  await db
    .updateTable('price_list')
    .set((e) => ({
      ...columnsOf(values),
      archived_at: archived ? now : null,
      version: e('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', id)
    .execute()
}

export interface InvoiceSettings {
  party: Party
  holder: string | null
  iban: string | null
  bic: string | null
  currency: string
  vat: VatRegime[]
  invoiceFormat: string
  creditFormat: string
  paymentDays: number
  validDays: number
  cancellation: CancellationTerms
  paymentTerms: string | null
  note: string | null
}

/** An organisation's own settings; undefined while it has none. */
export async function findSettings(
  db: Db,
  organisationId: string,
): Promise<(InvoiceSettings & { version: number }) | undefined> {
  const { rows } = await sql<InvoiceSettings & { version: number }>`
    select party, holder, iban, bic, currency, vat, invoice_format as "invoiceFormat", credit_format as "creditFormat", payment_days as "paymentDays",
      valid_days as "validDays", cancellation, payment_terms as "paymentTerms", note, version
    from invoice_settings where organisation_id = ${organisationId}`.execute(db)
  return rows[0]
}

/** Saves the settings unless somebody else did meanwhile; answers whether. */
export async function saveSettings(
  db: Db,
  organisationId: string,
  values: InvoiceSettings,
  version: number,
  now: Date,
): Promise<boolean> {
  const columns = {
    party: JSON.stringify(values.party),
    holder: values.holder,
    iban: values.iban,
    bic: values.bic,
    currency: values.currency,
    vat: JSON.stringify(values.vat),
    invoice_format: values.invoiceFormat,
    credit_format: values.creditFormat,
    payment_days: values.paymentDays,
    valid_days: values.validDays,
    cancellation: JSON.stringify(values.cancellation),
    payment_terms: values.paymentTerms,
    note: values.note,
    updated_at: now,
  }
  const saved = await db
    .insertInto('invoice_settings')
    .values({ ...columns, organisation_id: organisationId })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet((e) => ({ ...columns, version: e('invoice_settings.version', '+', 1) }))
        .where('invoice_settings.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  return saved !== undefined
}
