import { spokenLanguage } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import type { InvoiceRow } from './invoices.store.ts'
import { mailPartner } from './order-mail.ts'
import { paperWords } from './paper-words.ts'
import { invoiceFile } from './papers.actions.ts'
import type { RequestRow } from './requests.store.ts'
import { openAmount } from './states.rules.ts'

/** Tells the buyer of an invoice, or that one is past its day, with the paper; to the address on the invoice, or the organisation's. */
export async function mailInvoice(
  context: Context,
  request: RequestRow,
  invoice: InvoiceRow,
  told: 'invoice' | 'reminder',
): Promise<boolean> {
  const language = spokenLanguage(request.partnerLanguage)
  const words = paperWords(language)
  const to = invoice.buyer.email ?? request.partnerEmail
  const paper = to ? await invoiceFile(context, invoice.id, 'pdf', language) : undefined
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
    to,
    paper && { name: paper.fileName, contentType: paper.contentType, bytes: paper.bytes },
  )
}
