import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import { notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { renderPdf } from '#server/pdf/render-pdf.ts'
import type { InvoiceDocument } from './invoice-document.rules.ts'
import { findInvoice, type InvoiceRow } from './invoices.store.ts'
import { frameOf, invoicePaper, linesPart, termsPart, type PaperData } from './paper-data.ts'
import { paperWords, type PaperWords } from './paper-words.ts'
import { partyFrom, type Party } from './party.rules.ts'
import { findSettings } from './prices.store.ts'
import { findOrder, findQuotation, type QuotationRow } from './quotations.store.ts'
import { findRequest, findTrader, type RequestRow } from './requests.store.ts'
import { ublXml } from './ubl.rules.ts'

const template = '/modules/orders/paper.typ'

type PaperFile = FileAnswer & { bytes: Uint8Array }

async function fileOf(
  context: Context,
  data: PaperData,
  name: string,
  at: Date,
  language = spokenLanguage(memberOf(context.actor).language),
): Promise<PaperFile> {
  const bytes = await renderPdf(template, data, { language, createdAt: at })
  return { fileName: `${name}.pdf`, contentType: 'application/pdf', bytes }
}

const wordsFor = (context: Context): PaperWords =>
  paperWords(spokenLanguage(memberOf(context.actor).language))

/** A quotation as PDF in the reader's language, or that of whoever it is mailed to; a draft says that it is one. */
export async function quotationFile(
  context: Context,
  id: string,
  language: LanguageCode = spokenLanguage(memberOf(context.actor).language),
): Promise<PaperFile> {
  const { organisationId } = memberOf(context.actor)
  const quotation = await findQuotation(context.db, organisationId, id)
  const request = quotation && (await findRequest(context.db, organisationId, quotation.requestId))
  if (!quotation || !request) throw notFound()
  const words = paperWords(language)
  const { t, date } = words
  const title = t('orders:paper.quotation', { number: quotation.number })
  const data: PaperData = {
    ...(await sheetOf(context, request, quotation, words)),
    title: quotation.state === 'draft' ? t('orders:paper.draft', { title }) : title,
    under: date((quotation.sentAt ?? context.now).toISOString().slice(0, 10)),
  }
  data.facts.push([t('orders:field.validUntil'), date(quotation.validUntil)])
  if (quotation.optionUntil) data.facts.push([t('orders:field.optionUntil'), date(quotation.optionUntil)])
  return fileOf(context, data, `quotation-${quotation.number}`, quotation.sentAt ?? context.now, language)
}

/** The confirmation of an order as PDF. */
export async function orderFile(context: Context, id: string): Promise<FileAnswer> {
  const { organisationId } = memberOf(context.actor)
  const order = await findOrder(context.db, organisationId, { id })
  const quotation = order && (await findQuotation(context.db, organisationId, order.quotationId))
  const request = order && (await findRequest(context.db, organisationId, order.requestId))
  if (!order || !quotation || !request) throw notFound()
  const words = wordsFor(context)
  const { t, date } = words
  const data: PaperData = {
    ...(await sheetOf(context, request, quotation, words)),
    title: t('orders:paper.order'),
    under: date(order.orderedOn),
  }
  data.facts.push([t('orders:paper.orderedBy'), `${order.orderedBy}, ${date(order.orderedOn)}`])
  return fileOf(context, data, 'order', new Date(`${order.orderedOn}T12:00:00Z`))
}

/** What quotation and confirmation share. */
async function sheetOf(
  context: Context,
  request: RequestRow,
  quotation: QuotationRow,
  words: PaperWords,
): Promise<Omit<PaperData, 'title' | 'under'>> {
  const { t } = words
  return {
    ...frameOf(await sellerOf(context, request), request.buyer, words),
    facts: [
      [t('orders:paper.subject'), request.title],
      [t('orders:paper.period'), words.range(quotation.startsOn, quotation.endsOn)],
      [
        t('orders:field.people'),
        t('orders:peopleLine', { people: quotation.people, accompanying: quotation.accompanying }),
      ],
    ],
    intro: quotation.letter ?? '',
    ...linesPart(quotation.lines, quotation.currency, words),
    parts: [
      termsPart(quotation.cancellation, quotation.startsOn, words),
      ...(quotation.note ? [{ title: t('orders:paper.note'), rows: [], text: quotation.note }] : []),
    ],
  }
}

async function sellerOf(context: Context, request: RequestRow): Promise<Party> {
  const { organisationId } = memberOf(context.actor)
  const settings = request.side === 'host' ? await findSettings(context.db, organisationId) : undefined
  if (settings) return settings.party
  const host = await findTrader(context.db, organisationId, request.hostId)
  if (!host) throw notFound()
  return partyFrom(host)
}

/** An issued invoice as UBL, or as PDF in the reader's language or that of whoever it is mailed to; a draft has neither, as it is no invoice yet. */
export async function invoiceFile(
  context: Context,
  id: string,
  format: 'pdf' | 'ubl',
  language: LanguageCode = spokenLanguage(memberOf(context.actor).language),
): Promise<PaperFile> {
  const { organisationId } = memberOf(context.actor)
  const invoice = await findInvoice(context.db, organisationId, id)
  if (!invoice) throw notFound()
  const document = await documentOf(context, invoice)
  if (!document) throw notPossible('orders:whyNot.not-issued')
  const name = document.number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
  if (format === 'ubl')
    return {
      fileName: `${name}.xml`,
      contentType: 'application/xml; charset=utf-8',
      bytes: new TextEncoder().encode(ublXml(document)),
    }
  const request = await findRequest(context.db, organisationId, invoice.requestId)
  const data = invoicePaper(document, request?.title ?? '', paperWords(language))
  return fileOf(context, data, name, new Date(`${document.issuedOn}T12:00:00Z`), language)
}

async function documentOf(context: Context, row: InvoiceRow): Promise<InvoiceDocument | null> {
  const { number, issuedOn } = row
  if (number === null || issuedOn === null) return null
  const credited = row.creditsId
    ? await findInvoice(context.db, memberOf(context.actor).organisationId, row.creditsId)
    : undefined
  return {
    ...row,
    number,
    issuedOn,
    credits:
      credited?.number && credited.issuedOn ? { number: credited.number, issuedOn: credited.issuedOn } : null,
  }
}
