import type { z } from 'zod'
import { notAllowed, notFound, notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { cancellationCost, cancellationDays } from './cancellation.rules.ts'
import { invoiceMistakes } from './invoice-document.rules.ts'
import type { InvoiceRow, ReceiptRow } from './invoices.store.ts'
import * as invoices from './invoices.store.ts'
import type { requestItem, threadAnswer } from './orders.shapes.contract.ts'
import { costLeft, costOf } from './parts.rules.ts'
import { findSettings, type InvoiceSettings } from './prices.store.ts'
import * as quotations from './quotations.store.ts'
import type { OrderRow, QuotationRow } from './quotations.store.ts'
import { findRequest, type RequestRow } from './requests.store.ts'
import { perPerson, refit, type ServiceKey } from './services.rules.ts'
import {
  invoiceStateOf,
  isOverdue,
  nextStep,
  openAmount,
  quotationStateOn,
  sidesOf,
  type RequestState,
  type Side,
} from './states.rules.ts'
import { totalsOf } from './totals.rules.ts'

export type ShownThread = z.input<typeof threadAnswer>
type ShownItem = z.input<typeof requestItem>

/** For whom the member's organisation speaks in a request. */
export const sidesFor = (row: RequestRow): Side[] => sidesOf(row.side, row.partnerClaimed)

/** Throws unless the organisation speaks for this side; the other side has an account and does it itself. */
export function mustSpeakFor(row: RequestRow, side: Side): void {
  if (!sidesFor(row).includes(side)) throw notAllowed(`orders:whyNot.only-${side}`, { partner: row.partner })
}

/** Throws unless the request waits for a quotation or an answer: what was declined, withdrawn or ordered is over. */
export function mustBeOpen({ state }: RequestRow): void {
  if (state !== 'open' && state !== 'quoted') throw notPossible('orders:whyNot.over')
}

/** The request that is about to change, locked; throws when it is none of the member's organisation. */
export async function requestToChange(context: Context, id: string): Promise<RequestRow> {
  const row = await findRequest(context.db, memberOf(context.actor).organisationId, id, { lock: true })
  if (!row) throw notFound()
  return row
}

/** Throws `conflict` when somebody else was quicker. */
export function refuseOld(version: number, present: { version: number }, field: string): void {
  if (version !== present.version)
    throw new Problem('conflict', {
      changed: { version: present.version, fields: [field], by: null, at: null },
    })
}

/** Tells the journal; what both sides know stands in both journals, what is being written in the own one. */
export const tell = (
  context: Context,
  type: string,
  subject: { kind: string; id: string },
  data: Record<string, unknown>,
  partnerId?: string,
): Promise<void> =>
  recordEvent(context, {
    type,
    subject,
    ...(partnerId ? { organisationId: partnerId } : {}),
    data,
    audience: 'organisation',
  })

/** One request in a list. */
export function showItem(row: RequestRow, today: string): ShownItem {
  const state = row.state as RequestState
  const quotation =
    row.quotationId && row.validUntil
      ? {
          id: row.quotationId,
          number: row.quotationNumber ?? 0,
          state: quotationStateOn({ state: row.quotationState ?? '', validUntil: row.validUntil }, today),
          gross: row.quotationGross ?? 0,
          validUntil: row.validUntil,
          optionUntil: row.optionUntil,
        }
      : null
  const owed = row.orderState === 'cancelled' ? (row.cancellationCost ?? 0) : (row.quotationGross ?? 0)
  const order =
    row.orderId && row.orderedOn
      ? {
          id: row.orderId,
          state: row.orderState as 'confirmed' | 'cancelled',
          orderedOn: row.orderedOn,
          owed,
        }
      : null
  return {
    id: row.id,
    title: row.title,
    side: row.side,
    partner: { id: row.partnerId, name: row.partner, claimed: row.partnerClaimed },
    flow: row.flowId ? { id: row.flowId, name: row.flow ?? '' } : null,
    people: row.people,
    mostPeople: row.mostPeople,
    accompanying: row.accompanying,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    state,
    next: nextStep(
      {
        state,
        quotation: { draft: row.draftQuotation, latest: quotation?.state ?? null },
        order: order && { left: leftOf(row) },
        invoices: { draft: row.draftInvoice, due: row.dueInvoices },
      },
      sidesFor(row),
      row.side,
    ),
    quotation,
    order,
    currency: row.quotationCurrency ?? 'EUR',
    invoiced: row.invoiced,
    paid: row.paid,
  }
}

/** What of an order has not been invoiced, with VAT. */
const leftOf = ({ orderLines, cancellationPercent, documents }: RequestRow): number =>
  costLeft(orderLines ?? [], cancellationPercent ?? 100, documents)

/** A request with all that followed from it, as the member's organisation sees it. */
export async function readThread(context: Context, id: string): Promise<ShownThread> {
  const { db } = context
  const { organisationId } = memberOf(context.actor)
  const today = todayOf(context)
  const row = await findRequest(db, organisationId, id)
  if (!row) throw notFound()
  const quoted = await quotations.quotationsOf(db, organisationId, id)
  const order = await quotations.findOrder(db, organisationId, { requestId: id })
  const papers = await invoices.invoicesOf(db, organisationId, id)
  const receipts = await invoices.receiptsOf(
    db,
    papers.map((paper) => paper.id),
  )
  const settings = row.side === 'host' ? await findSettings(db, organisationId) : undefined
  const item = showItem(row, today)
  return {
    ...item,
    sides: sidesFor(row),
    fields: row.fields,
    services: row.services as ServiceKey[],
    message: row.message,
    reason: row.reason,
    buyer: row.buyer,
    writtenBy: row.writtenBy === row.senderId ? 'sender' : 'host',
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    mailTo: row.partnerEmail,
    quotations: quoted.map((one) => showQuotation(one, row, today)),
    whole: order ? showOrder(order, row, quoted, today) : null,
    invoices: papers.map((paper) => showInvoice(paper, papers, receipts, settings, today)),
    version: row.version,
  }
}

export function showQuotation(
  row: QuotationRow,
  request: RequestRow,
  today: string,
): ShownThread['quotations'][number] {
  const trip = {
    people: row.people,
    accompanying: row.accompanying,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
  }
  const most = request.mostPeople !== null && request.mostPeople > row.people ? request.mostPeople : null
  const then = most === null ? null : { ...trip, people: most }
  return {
    id: row.id,
    number: row.number,
    state: quotationStateOn(row, today),
    currency: row.currency,
    ...trip,
    validUntil: row.validUntil,
    optionUntil: row.optionUntil,
    lines: row.lines,
    totals: totalsOf(row.lines),
    perPerson: perPerson(row.lines, trip, row.people),
    perPersonAtMost: most === null ? null : perPerson(row.lines, trip, most),
    grossAtMost: then && totalsOf(refit(row.lines, trip, then)).gross,
    cancellation: row.cancellation,
    days: cancellationDays(row.cancellation, row.startsOn),
    letter: row.letter,
    note: row.note,
    reason: row.reason,
    byHand: row.writtenBy !== row.hostId,
    sentAt: row.sentAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    version: row.version,
  }
}

function showOrder(
  order: OrderRow,
  row: RequestRow,
  quoted: readonly QuotationRow[],
  today: string,
): ShownThread['whole'] {
  const quotation = quoted.find(({ id }) => id === order.quotationId)
  if (!quotation) return null
  const owed = order.cancellation ? order.cancellation.cost : quotation.gross
  return {
    id: order.id,
    state: order.state,
    quotationId: order.quotationId,
    orderedOn: order.orderedOn,
    orderedBy: order.orderedBy,
    currency: quotation.currency,
    gross: quotation.gross,
    owed,
    invoiced: row.invoiced,
    left: leftOf(row),
    today:
      order.state === 'cancelled'
        ? null
        : cancellationCost(quotation.cancellation, quotation.startsOn, today, (percent) =>
            costOf(quotation.lines, percent),
          ),
    cancelledOn: order.cancelledOn,
    cancellation: order.cancellation && { ...order.cancellation, next: null },
    version: order.version,
  }
}

export function showInvoice(
  row: InvoiceRow,
  all: readonly InvoiceRow[],
  receipts: readonly ReceiptRow[],
  settings: InvoiceSettings | undefined,
  today: string,
): ShownThread['invoices'][number] {
  const draft = row.state === 'draft'
  // Until it is issued, a draft follows what the seller says of itself.
  const seller = draft && settings ? settings.party : row.seller
  const payment =
    draft && settings ? { holder: settings.holder, iban: settings.iban, bic: settings.bic } : row.payment
  const credits = all.find(({ id }) => id === row.creditsId)
  const dueOn = draft ? today : row.dueOn
  return {
    id: row.id,
    kind: row.kind,
    state: draft ? 'draft' : invoiceStateOf(row.gross, row.paid, row.credited),
    number: row.number,
    creditsId: row.creditsId,
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    overdue: isOverdue(row, today),
    currency: row.currency,
    seller,
    buyer: row.buyer,
    lines: row.lines,
    totals: totalsOf(row.lines),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    reference: row.reference,
    paymentDays: row.paymentDays,
    paymentTerms: row.paymentTerms,
    note: row.note,
    paid: row.paid,
    credited: row.credited,
    open: row.kind === 'credit-note' || draft ? 0 : openAmount(row),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    reminders: row.reminders,
    missing: draft
      ? invoiceMistakes({
          ...row,
          seller,
          payment,
          dueOn,
          credits:
            credits?.number && credits.issuedOn
              ? { number: credits.number, issuedOn: credits.issuedOn }
              : null,
        })
      : [],
    receipts: receipts
      .filter((one) => one.invoiceId === row.id)
      .map(({ invoiceId: _, ...receipt }) => receipt),
    version: row.version,
  }
}
