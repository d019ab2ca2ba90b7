import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { spokenLanguage } from '#shared/languages.ts'
import { invalid, notAllowed, notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { wordsIn } from '#server/words.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { checkCurrency, checkVat, cleanParty, Mistakes } from './clean.rules.ts'
import { invoiceMistakes } from './invoice-document.rules.ts'
import { mailInvoice } from './invoice-mail.ts'
import type { invoicesContract } from './invoices.contract.ts'
import * as store from './invoices.store.ts'
import { numberOf } from './numbering.rules.ts'
import { leftLines, partLines } from './parts.rules.ts'
import { findSettings, type InvoiceSettings } from './prices.store.ts'
import { findOrder, findQuotation } from './quotations.store.ts'
import type { RequestRow } from './requests.store.ts'
import { invoiceStateOf } from './states.rules.ts'
import { readThread, refuseOld, requestToChange, tell, type ShownThread } from './thread.actions.ts'
import { cents, totalsOf, type PricedLine } from './totals.rules.ts'

type Contract = typeof invoicesContract

/** Only the host itself writes invoices; throws for the sender, who reads them. */
function mustSell(request: RequestRow): void {
  if (request.side !== 'host') throw notAllowed('orders:whyNot.only-host', { partner: request.partner })
}

async function settingsOf(context: Context): Promise<InvoiceSettings> {
  const settings = await findSettings(context.db, memberOf(context.actor).organisationId)
  if (!settings) throw notPossible('orders:whyNot.no-settings')
  return settings
}

/** Begins an invoice: all lines of the order, a part of it in per cent, what is left, or what cancelling costs. */
export async function draftInvoice(
  context: Context,
  orderId: string,
  percent: number | null,
): Promise<ShownThread> {
  const { db } = context
  const { organisationId, language } = memberOf(context.actor)
  const found = await findOrder(db, organisationId, { id: orderId })
  if (!found) throw notFound()
  const request = await requestToChange(context, found.requestId)
  mustSell(request)
  const order = await findOrder(db, organisationId, { id: orderId })
  const quotation = order && (await findQuotation(db, organisationId, order.quotationId))
  if (!order || !quotation) throw notFound()
  if (request.draftInvoice) throw notPossible('orders:whyNot.draft-invoice-there')
  const settings = await settingsOf(context)
  const t = wordsIn(spokenLanguage(request.partnerLanguage ?? language))
  const before = (await store.invoicesOf(db, organisationId, request.id)).filter(
    ({ state }) => state !== 'draft',
  )
  const title = (key: string, values: Record<string, string | number>): string =>
    t(`orders:invoiceLine.${key}`, { title: request.title, ...values })
  let lines: PricedLine[]
  if (order.cancellation) {
    const share = order.cancellation.percent
    lines = leftLines(quotation.lines, title('cancelled', { percent: share }), share, before)
  } else if (percent !== null && percent < 100) {
    lines = partLines(quotation.lines, title('part', { percent }), percent, before)
  } else if (before.length > 0) {
    lines = leftLines(quotation.lines, title('rest', {}), 100, before)
  } else {
    lines = quotation.lines.map((line) => ({
      title: line.title,
      quantity: line.quantity,
      price: line.price,
      vat: line.vat,
    }))
  }
  if (lines.length === 0) throw notPossible('orders:whyNot.all-invoiced')
  const id = await store.insertInvoice(
    db,
    {
      ...usual(settings),
      kind: 'invoice',
      orderId,
      requestId: request.id,
      creditsId: null,
      senderId: request.senderId,
      hostId: request.hostId,
      currency: quotation.currency,
      buyer: request.buyer,
      lines,
      startsOn: order.cancellation ? null : quotation.startsOn,
      endsOn: order.cancellation ? null : quotation.endsOn,
      reference: null,
      totals: totalsOf(lines),
    },
    context.now,
  )
  await tell(context, 'invoice.drafted', { kind: 'invoice', id }, { name: request.title })
  return readThread(context, request.id)
}

const usual = (settings: InvoiceSettings) => ({
  seller: settings.party,
  payment: { holder: settings.holder, iban: settings.iban, bic: settings.bic },
  paymentDays: settings.paymentDays,
  paymentTerms: settings.paymentTerms,
  note: settings.note,
})

/** An invoice of one's own with its request, locked. */
async function ownInvoice(context: Context, id: string) {
  const { organisationId } = memberOf(context.actor)
  const found = await store.findInvoice(context.db, organisationId, id)
  if (!found) throw notFound()
  const request = await requestToChange(context, found.requestId)
  mustSell(request)
  const invoice = await store.findInvoice(context.db, organisationId, id, { lock: true })
  if (!invoice) throw notFound()
  return { invoice, request }
}

async function draftOf(context: Context, id: string) {
  const found = await ownInvoice(context, id)
  if (found.invoice.state !== 'draft') throw notPossible('orders:whyNot.issued')
  return found
}

export async function editInvoice(
  context: Context,
  id: string,
  { version, ...input }: z.output<Contract['edit']['body']>,
): Promise<ShownThread> {
  const { invoice, request } = await draftOf(context, id)
  refuseOld(version, invoice, 'invoice')
  const mistakes = new Mistakes()
  checkCurrency(input.currency, mistakes)
  for (const [at, line] of input.lines.entries()) checkVat(line.vat, mistakes, `lines.${at}.vat`)
  const buyer = cleanParty(input.buyer, mistakes, 'buyer')
  mistakes.refuse()
  await store.updateInvoice(
    context.db,
    id,
    { ...invoice, ...input, buyer, totals: totalsOf(input.lines) },
    context.now,
  )
  await tell(context, 'invoice.changed', { kind: 'invoice', id }, { name: request.title })
  return readThread(context, request.id)
}

export async function dropInvoice(context: Context, id: string): Promise<void> {
  const { request } = await draftOf(context, id)
  await store.deleteInvoice(context.db, id)
  await tell(context, 'invoice.dropped', { kind: 'invoice', id }, { name: request.title })
}

/**
 * Issues an invoice or credit note. Throws `invalid` with each field without which it would be no valid one (EN 16931); the number is given
 * last, in this transaction, so that one which fails leaves no gap.
 */
export async function issueInvoice(context: Context, id: string, version: number): Promise<ShownThread> {
  const { db } = context
  const { organisationId } = memberOf(context.actor)
  const { invoice, request } = await draftOf(context, id)
  refuseOld(version, invoice, 'invoice')
  const settings = await settingsOf(context)
  const credited = invoice.creditsId
    ? await store.findInvoice(db, organisationId, invoice.creditsId, { lock: true })
    : undefined
  const today = todayOf(context)
  const dueOn = invoice.kind === 'invoice' ? addDays(today, invoice.paymentDays) : null
  const document = {
    ...invoice,
    ...usual(settings),
    note: invoice.note,
    paymentDays: invoice.paymentDays,
    dueOn,
  }
  const mistakes = invoiceMistakes({
    ...document,
    credits:
      credited?.number && credited.issuedOn ? { number: credited.number, issuedOn: credited.issuedOn } : null,
  })
  if (mistakes.length > 0)
    throw invalid(
      mistakes.map(({ field, code, rule }) => ({
        field,
        code: `orders:missing.${code}`,
        message: `${rule}: ${code}`,
      })),
    )
  if (credited && cents(credited.credited) + cents(invoice.gross) > cents(credited.gross))
    throw notPossible('orders:whyNot.credit-too-much')
  const year = Number(today.slice(0, 4))
  const sequence = await store.nextSequence(db, organisationId, invoice.kind, year)
  const format = invoice.kind === 'invoice' ? settings.invoiceFormat : settings.creditFormat
  const number = numberOf(format, year, sequence)
  await store.updateInvoice(
    db,
    id,
    {
      ...document,
      totals: totalsOf(invoice.lines),
      issue: { number, year, sequence, issuedOn: today, dueOn },
    },
    context.now,
  )
  if (credited) await settle(context, credited.id)
  await tell(
    context,
    invoice.kind === 'invoice' ? 'invoice.issued' : 'invoice.credited',
    { kind: 'invoice', id },
    { name: number, amount: invoice.gross, currency: invoice.currency },
    request.partnerId,
  )
  await mailInvoice(context, request, { ...invoice, number, dueOn }, 'invoice')
  return readThread(context, request.id)
}

/** Begins a credit note over a whole invoice; its lines can be lowered before it is issued. */
export async function draftCreditNote(context: Context, id: string): Promise<ShownThread> {
  const { invoice, request } = await ownInvoice(context, id)
  if (invoice.kind !== 'invoice' || invoice.state === 'draft')
    throw notPossible('orders:whyNot.nothing-to-credit')
  if (cents(invoice.credited) >= cents(invoice.gross)) throw notPossible('orders:whyNot.credited')
  if (request.draftInvoice) throw notPossible('orders:whyNot.draft-invoice-there')
  const note = await store.insertInvoice(
    context.db,
    {
      ...invoice,
      kind: 'credit-note',
      creditsId: id,
      reference: invoice.reference,
      totals: totalsOf(invoice.lines),
    },
    context.now,
  )
  await tell(context, 'invoice.drafted', { kind: 'invoice', id: note }, { name: request.title })
  return readThread(context, request.id)
}

/** Writes down money that came in; a part pays a part. */
export async function receivePayment(
  context: Context,
  id: string,
  input: z.output<Contract['receive']['body']>,
): Promise<ShownThread> {
  const { invoice, request } = await ownInvoice(context, id)
  if (invoice.kind !== 'invoice' || invoice.state === 'draft') throw notPossible('orders:whyNot.not-issued')
  const mistakes = new Mistakes()
  if (input.paidOn > todayOf(context)) mistakes.add('paidOn', 'in-the-future', 'The day is still to come.')
  if (cents(input.amount) > cents(invoice.gross) - cents(invoice.paid) - cents(invoice.credited))
    mistakes.add('amount', 'too-much', 'This is more than is open.')
  mistakes.refuse()
  await store.insertReceipt(context.db, invoice, { ...input, by: memberOf(context.actor).name }, context.now)
  await settle(context, id)
  await tell(
    context,
    'invoice.paid',
    { kind: 'invoice', id },
    { name: invoice.number, amount: input.amount, currency: invoice.currency },
    request.partnerId,
  )
  return readThread(context, request.id)
}

export async function dropReceipt(context: Context, id: string, receipt: string): Promise<void> {
  const { invoice, request } = await ownInvoice(context, id)
  if (!(await store.deleteReceipt(context.db, id, receipt))) throw notFound()
  await settle(context, id)
  await tell(
    context,
    'invoice.receipt-dropped',
    { kind: 'invoice', id },
    { name: invoice.number },
    request.partnerId,
  )
}

/** Paid and credited sums follow from what is written down. */
async function settle(context: Context, id: string): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  const invoice = await store.findInvoice(context.db, organisationId, id, { lock: true })
  if (!invoice) throw notFound()
  const receipts = await store.receiptsOf(context.db, [id])
  const paid = receipts.reduce((sum, { amount }) => sum + cents(amount), 0) / 100
  const credited = await store.creditedOf(context.db, id)
  const state = invoiceStateOf(invoice.gross, paid, credited)
  await store.settleInvoice(context.db, id, { state, paid, credited }, context.now)
}

/** One click reminds the buyer; once a day is enough. */
export async function remindBuyer(context: Context, id: string): Promise<ShownThread> {
  const { invoice, request } = await ownInvoice(context, id)
  const today = todayOf(context)
  if (!invoice.dueOn || invoice.dueOn >= today || !['issued', 'part-paid'].includes(invoice.state))
    throw notPossible('orders:whyNot.not-overdue')
  if (invoice.remindedAt?.toISOString().slice(0, 10) === today) throw notPossible('orders:whyNot.reminded')
  if (!(await mailInvoice(context, request, invoice, 'reminder')))
    throw notPossible('orders:whyNot.no-address')
  await store.settleInvoice(
    context.db,
    id,
    { state: invoice.state, reminded_at: context.now, reminders: invoice.reminders + 1 },
    context.now,
  )
  await tell(
    context,
    'invoice.reminded',
    { kind: 'invoice', id },
    { name: invoice.number },
    request.partnerId,
  )
  return readThread(context, request.id)
}
