import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { spokenLanguage } from '#shared/languages.ts'
import { notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { usualTerms } from './cancellation.rules.ts'
import { checkCurrency, checkPeriod, checkTerms, checkVat, Mistakes } from './clean.rules.ts'
import type { ordersContract } from './orders.contract.ts'
import { mailPartner } from './order-mail.ts'
import { quotationFile } from './papers.actions.ts'
import { paperWords } from './paper-words.ts'
import { findPrices, findSettings, pricesFor, type PriceListRow } from './prices.store.ts'
import * as store from './quotations.store.ts'
import { updateRequest, type RequestRow } from './requests.store.ts'
import { quantityOf, refit, type ServiceLine, type Trip } from './services.rules.ts'
import {
  mustBeOpen,
  mustSpeakFor,
  readThread,
  refuseOld,
  requestToChange,
  tell,
  type ShownThread,
} from './thread.actions.ts'
import { totalsOf } from './totals.rules.ts'

type Contract = typeof ordersContract

/** Begins a quotation: quantities follow from the request, prices from the list that holds for its sender. */
export async function beginQuotation(
  context: Context,
  requestId: string,
  { from, priceList }: z.output<Contract['quote']['body']>,
): Promise<ShownThread> {
  const { db } = context
  const { organisationId } = memberOf(context.actor)
  const row = await requestToChange(context, requestId)
  mustSpeakFor(row, 'host')
  mustBeOpen(row)
  const before = await store.quotationsOf(db, organisationId, requestId)
  if (before.some(({ state }) => state === 'draft')) throw notPossible('orders:whyNot.draft-there')
  const settings = row.side === 'host' ? await findSettings(db, organisationId) : undefined
  const trip: Trip = {
    people: row.people,
    accompanying: row.accompanying,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
  }
  const last = before.at(-1)
  const prices = from === 'before' ? undefined : await pricesOf(context, row, priceList)
  const lines = from === 'before' && last ? refit(last.lines, last, trip) : linesFrom(prices, row, trip)
  const validUntil = addDays(todayOf(context), settings?.validDays ?? 30)
  const id = await store.insertQuotation(
    db,
    {
      ...trip,
      requestId,
      senderId: row.senderId,
      hostId: row.hostId,
      writtenBy: organisationId,
      currency: (from === 'before' ? last?.currency : prices?.currency) ?? settings?.currency ?? 'EUR',
      validUntil,
      optionUntil: validUntil,
      lines,
      cancellation: last?.cancellation ?? settings?.cancellation ?? usualTerms,
      letter: last?.letter ?? null,
      note: last?.note ?? null,
      totals: totalsOf(lines),
    },
    context.now,
  )
  await tell(context, 'quotation.drafted', { kind: 'quotation', id }, { name: row.title })
  return readThread(context, requestId)
}

async function pricesOf(
  context: Context,
  row: RequestRow,
  asked: string | null,
): Promise<PriceListRow | undefined> {
  const { organisationId } = memberOf(context.actor)
  if (!asked) return pricesFor(context.db, organisationId, row.senderId, todayOf(context))
  const list = await findPrices(context.db, organisationId, asked)
  if (!list) throw notFound()
  return list
}

/** What was asked for and what stands in every quotation; the whole list when nothing was asked for. */
function linesFrom(prices: PriceListRow | undefined, row: RequestRow, trip: Trip): ServiceLine[] {
  const fits = (prices?.lines ?? []).filter(
    ({ usual, service }) => usual || row.services.length === 0 || row.services.includes(service),
  )
  return fits.flatMap(({ usual: _, ...line }) => {
    const quantity = quantityOf(line.unit, line.who, trip)
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}

/** The quotation and its request, which is locked; throws for a quotation that the member's organisation does not see. */
async function quotationToChange(context: Context, id: string) {
  const { organisationId } = memberOf(context.actor)
  const found = await store.findQuotation(context.db, organisationId, id)
  if (!found) throw notFound()
  const request = await requestToChange(context, found.requestId)
  // Read again behind the lock: somebody may have sent or decided it in between.
  const quotation = await store.findQuotation(context.db, organisationId, id)
  if (!quotation) throw notFound()
  return { quotation, request }
}

async function draftToChange(context: Context, id: string) {
  const { quotation, request } = await quotationToChange(context, id)
  mustSpeakFor(request, 'host')
  if (quotation.state !== 'draft') throw notPossible('orders:whyNot.sent')
  return { quotation, request }
}

export async function editQuotation(
  context: Context,
  id: string,
  { version, ...input }: z.output<Contract['editQuotation']['body']>,
): Promise<ShownThread> {
  const { quotation, request } = await draftToChange(context, id)
  refuseOld(version, quotation, 'quotation')
  const mistakes = new Mistakes()
  checkPeriod(input, mistakes)
  checkCurrency(input.currency, mistakes)
  checkTerms(input.cancellation, mistakes)
  for (const [at, line] of input.lines.entries()) checkVat(line.vat, mistakes, `lines.${at}.vat`)
  if (input.validUntil < todayOf(context)) mistakes.add('validUntil', 'in-the-past', 'The day has passed.')
  mistakes.refuse()
  await store.updateQuotation(context.db, id, { ...input, totals: totalsOf(input.lines) }, context.now)
  await tell(context, 'quotation.changed', { kind: 'quotation', id }, { name: request.title })
  return readThread(context, request.id)
}

export async function dropQuotation(context: Context, id: string): Promise<void> {
  const { request } = await draftToChange(context, id)
  await store.deleteQuotation(context.db, id)
  await tell(context, 'quotation.dropped', { kind: 'quotation', id }, { name: request.title })
}

/** Puts a quotation on the table. The one that lay there is kept as the version before. */
export async function sendQuotation(context: Context, id: string, version: number): Promise<ShownThread> {
  const { quotation, request } = await draftToChange(context, id)
  refuseOld(version, quotation, 'quotation')
  mustBeOpen(request)
  if (quotation.lines.length === 0) throw notPossible('orders:whyNot.no-lines')
  if (quotation.validUntil < todayOf(context)) throw notPossible('orders:whyNot.valid-passed')
  await store.replaceSent(context.db, request.id, context.now)
  await store.moveQuotation(context.db, id, { state: 'sent', sent_at: context.now }, context.now)
  await updateRequest(context.db, request.id, { state: 'quoted', reason: null }, context.now)
  await tell(
    context,
    'quotation.sent',
    { kind: 'quotation', id },
    { name: request.title, amount: quotation.gross, currency: quotation.currency },
    request.partnerId,
  )
  if (request.side === 'host') {
    const language = spokenLanguage(request.partnerLanguage)
    const words = paperWords(language)
    const values = {
      amount: words.money(quotation.gross, quotation.currency),
      until: words.date(quotation.validUntil),
    }
    // The paper goes with the mail: whoever has no account has nothing else to decide by.
    const paper = request.partnerEmail ? await quotationFile(context, id, language) : undefined
    await mailPartner(
      context,
      request,
      'quotation',
      values,
      [],
      request.partnerEmail,
      paper && { name: paper.fileName, contentType: paper.contentType, bytes: paper.bytes },
    )
  }
  return readThread(context, request.id)
}

export { quotationToChange }
