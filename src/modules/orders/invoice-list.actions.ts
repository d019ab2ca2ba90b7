import Papa from 'papaparse'
import type { z } from 'zod'
import { spokenLanguage } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { safeCell, workbookText } from '#server/files/safe-cell.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { wordsIn } from '#server/words.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import type { invoicesContract } from './invoices.contract.ts'
import * as store from './invoices.store.ts'
import { isOverdue, openAmount } from './states.rules.ts'

type Contract = typeof invoicesContract

/** One page of invoices of both sides. */
export async function listInvoices(context: Context, query: z.output<Contract['list']['query']>) {
  const { view, partner, q, ...page } = query
  const { organisationId } = memberOf(context.actor)
  const today = todayOf(context)
  const found = await store.listInvoices(context.db, organisationId, { view, partner, q }, page, today)
  return { ...found, items: found.items.map((row) => showItem(row, today)) }
}

const showItem = (row: store.InvoiceListRow, today: string) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  number: row.number,
  requestId: row.requestId,
  title: row.title,
  side: row.side,
  partner: { id: row.partnerId, name: row.partner },
  issuedOn: row.issuedOn,
  dueOn: row.dueOn,
  overdue: isOverdue(row, today),
  currency: row.currency,
  net: row.net,
  vat: row.vat,
  gross: row.gross,
  paid: row.paid,
  credited: row.credited,
  open: row.kind === 'credit-note' || row.state === 'draft' ? 0 : openAmount(row),
})
type Item = ReturnType<typeof showItem>

const texts: [string, (item: Item, t: (key: string) => string) => string][] = [
  ['number', (item) => item.number ?? ''],
  ['kind', (item, t) => t(`orders:kind.${item.kind}`)],
  ['partner', (item) => item.partner.name],
  ['title', (item) => item.title],
  ['state', (item, t) => t(`orders:invoiceState.${item.overdue ? 'overdue' : item.state}`)],
  ['issuedOn', (item) => item.issuedOn ?? ''],
  ['dueOn', (item) => item.dueOn ?? ''],
  ['currency', (item) => item.currency],
]
const sums = ['net', 'vat', 'gross', 'paid', 'credited', 'open'] as const

/** All invoices that the filter finds, as a file: amounts as numbers, texts that no spreadsheet program runs. */
export async function exportInvoices(
  context: Context,
  query: z.output<Contract['export']['query']>,
): Promise<FileAnswer> {
  const t = wordsIn(spokenLanguage(memberOf(context.actor).language))
  const items = await allItems(context, query)
  const headings = [...texts.map(([key]) => key), ...sums].map((key) => t(`orders:column.${key}`))
  const name = `softmob-invoices-${todayOf(context)}`
  // A credit note takes away.
  const amount = (item: Item, key: (typeof sums)[number]): number =>
    item.kind === 'credit-note' ? -item[key] : item[key]
  if (query.format === 'csv') {
    const rows = items.map((item) => [
      ...texts.map(([, value]) => safeCell(value(item, t))),
      ...sums.map((key) => amount(item, key).toFixed(2)),
    ])
    const text = Papa.unparse([headings.map(safeCell), ...rows], { newline: '\r\n' })
    return {
      fileName: `${name}.csv`,
      contentType: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(`\ufeff${text}`),
    }
  }
  const { default: writeWorkbook } = await import('write-excel-file/node')
  const bytes = await writeWorkbook([
    headings.map((heading) => ({ ...workbookText(heading), fontWeight: 'bold' as const })),
    ...items.map((item) => [
      ...texts.map(([, value]) => workbookText(value(item, t))),
      ...sums.map((key) => ({ type: Number, value: amount(item, key), format: '#,##0.00' })),
    ]),
  ]).toBuffer()
  return {
    fileName: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  }
}

async function allItems(context: Context, query: store.InvoiceFilter): Promise<Item[]> {
  const { organisationId } = memberOf(context.actor)
  const today = todayOf(context)
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const page = await store.listInvoices(context.db, organisationId, query, { limit: 2000, cursor }, today)
    items.push(...page.items.map((row) => showItem(row, today)))
    cursor = page.next ?? undefined
  } while (cursor)
  return items
}
