import type { AnswerOf } from '#web/api/api.ts'

export type Thread = AnswerOf<'GET /organisations/:organisation/requests/:request'>
export type Item = AnswerOf<'GET /organisations/:organisation/requests'>['items'][number]
export type InvoiceItem = AnswerOf<'GET /organisations/:organisation/invoices'>['items'][number]
export type Quotation = Thread['quotations'][number]
export type Invoice = Thread['invoices'][number]
export type Order = NonNullable<Thread['whole']>
export type Party = Thread['buyer']
export type PriceList = AnswerOf<'GET /organisations/:organisation/price-lists'>['items'][number]
export type Settings = AnswerOf<'GET /organisations/:organisation/invoice-settings'>
export type Terms = Quotation['cancellation']

/** What is read again when something of a request has changed. */
export const threadReads = [
  'GET /organisations/:organisation/requests/:request',
  'GET /organisations/:organisation/requests',
  'GET /organisations/:organisation/requests/counts',
  'GET /organisations/:organisation/invoices',
] as const
