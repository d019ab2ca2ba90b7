import { spokenLanguage } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import type { InvoiceRow } from './invoices.store.ts'
import { mailPartner } from './order-mail.ts'
import { paperWords } from './paper-words.ts'
import type { RequestRow } from './requests.store.ts'
import { openAmount } from './states.rules.ts'

/** Tells the buyer of an invoice, or that one is past its day; to the address on the invoice, or the organisation's. */
export function mailInvoice(
  context: Context,
  request: RequestRow,
  invoice: InvoiceRow,
  told: 'invoice' | 'reminder',
): Promise<boolean> {
  const words = paperWords(spokenLanguage(request.partnerLanguage))
  return mailPartner(
    context,
    request,
    told,
    {
      number: invoice.number ?? '',
      amount: words.money(told === 'reminder' ? openAmount(invoice) : invoice.gross, invoice.currency),
      until: invoice.dueOn ? words.date(invoice.dueOn) : '–',
      kind: words.t(`orders:kind.${invoice.kind}`),
    },
    [],
    invoice.buyer.email ?? request.partnerEmail,
  )
}
