import type { Day } from '#shared/dates.ts'

export const requestStates = ['open', 'quoted', 'ordered', 'declined', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]
export const quotationStates = ['draft', 'sent', 'accepted', 'revised', 'declined', 'expired'] as const
export type QuotationState = (typeof quotationStates)[number]
export const invoiceStates = ['draft', 'issued', 'part-paid', 'paid', 'credited'] as const
export type InvoiceState = (typeof invoiceStates)[number]

export type Side = 'sender' | 'host'

/** A quotation's state on a day: one that was sent and not answered in time has expired. */
export const quotationStateOn = (quotation: { state: string; validUntil: Day }, today: Day): QuotationState =>
  quotation.state === 'sent' && quotation.validUntil < today ? 'expired' : (quotation.state as QuotationState)

/** For whom a member may speak: its own side, and a side that has no account here and answers by mail or phone. */
export const sidesOf = (own: Side, otherClaimed: boolean): Side[] =>
  otherClaimed ? [own] : [own, own === 'sender' ? 'host' : 'sender']

/** The state of an issued invoice after money came in or a credit note went out. */
export function invoiceStateOf(gross: number, paid: number, credited: number): InvoiceState {
  const [whole, back] = [Math.round(gross * 100), Math.round(credited * 100)]
  if (back >= whole) return 'credited'
  if (Math.round(paid * 100) + back >= whole) return 'paid'
  return paid > 0 ? 'part-paid' : 'issued'
}

/** What is still to be paid; never below nothing. */
export const openAmount = ({
  gross,
  paid,
  credited,
}: {
  gross: number
  paid: number
  credited: number
}): number => Math.max(0, Math.round((gross - paid - credited) * 100) / 100)

export const isOverdue = (invoice: { state: string; dueOn: Day | null; kind: string }, today: Day): boolean =>
  invoice.kind === 'invoice' &&
  (invoice.state === 'issued' || invoice.state === 'part-paid') &&
  invoice.dueOn !== null &&
  invoice.dueOn < today

export type NextStep =
  | 'quote'
  | 'finish-quotation'
  | 'wait-for-quotation'
  | 'decide'
  | 'wait-for-decision'
  | 'requote'
  | 'invoice'
  | 'finish-invoice'
  | 'wait-for-payment'
  | 'pay'
  | 'nothing'

/** The one thing that comes next in a request, seen from a side. */
export function nextStep(
  thread: {
    state: RequestState
    /** Whether one is being written, and the latest that was sent. */
    quotation: { draft: boolean; latest: QuotationState | null }
    order: { left: number } | null
    invoices: { draft: boolean; due: number }
  },
  sides: readonly Side[],
  own: Side,
): NextStep {
  const host = sides.includes('host')
  const sender = sides.includes('sender')
  if (thread.state === 'declined' || thread.state === 'withdrawn') return 'nothing'
  if (!thread.order && host && thread.quotation.draft) return 'finish-quotation'
  const { latest } = thread.quotation
  if (!thread.order) {
    if (latest === 'sent') return sender ? 'decide' : 'wait-for-decision'
    if (!host) return 'wait-for-quotation'
    return latest ? 'requote' : 'quote'
  }
  // An invoice is the seller's own: nobody writes one for a host that has no account.
  const seller = own === 'host'
  if (seller && thread.invoices.draft) return 'finish-invoice'
  if (seller && thread.order.left > 0) return 'invoice'
  if (thread.invoices.due > 0) return seller ? 'wait-for-payment' : 'pay'
  return 'nothing'
}
