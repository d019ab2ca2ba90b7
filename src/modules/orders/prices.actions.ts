import type { z } from 'zod'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { usualTerms } from './cancellation.rules.ts'
import {
  checkCurrency,
  checkFormat,
  checkTerms,
  checkVat,
  cleanAccount,
  cleanParty,
  Mistakes,
} from './clean.rules.ts'
import { lastSequences } from './invoices.store.ts'
import { numberOf } from './numbering.rules.ts'
import { partyFrom } from './party.rules.ts'
import type { pricesContract } from './prices.contract.ts'
import * as store from './prices.store.ts'
import { findTrader } from './requests.store.ts'
import { refuseOld, tell } from './thread.actions.ts'

type Contract = typeof pricesContract
type Input = z.output<Contract['add']['body']>

export async function listPrices(context: Context) {
  const rows = await store.listPrices(context.db, memberOf(context.actor).organisationId)
  return { items: rows.map((row) => show(row, todayOf(context))) }
}

export async function readPrices(context: Context, id: string) {
  const row = await store.findPrices(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return show(row, todayOf(context))
}

export async function addPrices(context: Context, input: Input) {
  const { organisationId } = memberOf(context.actor)
  await refuseMistakes(context, input)
  const id = await store.insertPrices(context.db, organisationId, input, context.now)
  await tell(context, 'prices.saved', { kind: 'price-list', id }, { name: input.name })
  return readPrices(context, id)
}

export async function editPrices(
  context: Context,
  id: string,
  { version, archived, ...input }: z.output<Contract['edit']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  const row = await store.findPrices(context.db, organisationId, id, { lock: true })
  if (!row) throw notFound()
  refuseOld(version, row, 'prices')
  await refuseMistakes(context, input)
  await store.updatePrices(context.db, id, input, archived, context.now)
  await tell(context, 'prices.saved', { kind: 'price-list', id }, { name: input.name })
  return readPrices(context, id)
}

async function refuseMistakes(context: Context, input: Input): Promise<void> {
  const mistakes = new Mistakes()
  checkCurrency(input.currency, mistakes)
  if (input.validUntil !== null && input.validUntil < input.validFrom)
    mistakes.add('validUntil', 'before-start', 'It ends before it begins.')
  for (const [at, line] of input.lines.entries()) checkVat(line.vat, mistakes, `lines.${at}.vat`)
  mistakes.refuse()
  const { organisationId } = memberOf(context.actor)
  if (input.senderId && !(await findTrader(context.db, organisationId, input.senderId)))
    throw invalidField('senderId', 'orders:field.no-partner', 'This is not one of the partners.')
}

const show = (row: store.PriceListRow, today: string) => ({
  id: row.id,
  name: row.name,
  sender: row.senderId ? { id: row.senderId, name: row.sender ?? '' } : null,
  currency: row.currency,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  current: row.validFrom <= today && (row.validUntil === null || row.validUntil >= today),
  lines: row.lines,
  version: row.version,
})

/** The organisation's settings; before it has any, what is known of it and a usual beginning. */
export async function readSettings(context: Context) {
  const { organisationId } = memberOf(context.actor)
  const known = await store.findSettings(context.db, organisationId)
  const settings = known ?? (await beginning(context))
  const year = Number(todayOf(context).slice(0, 4))
  const last = await lastSequences(context.db, organisationId, year)
  return {
    ...settings,
    version: known?.version ?? 0,
    example: {
      invoice: numberOf(settings.invoiceFormat, year, (last['invoice'] ?? 0) + 1),
      credit: numberOf(settings.creditFormat, year, (last['credit-note'] ?? 0) + 1),
    },
  }
}

async function beginning(context: Context): Promise<store.InvoiceSettings> {
  const { organisationId } = memberOf(context.actor)
  const own = await findTrader(context.db, organisationId, organisationId)
  if (!own) throw notFound()
  return {
    party: partyFrom(own),
    holder: own.name,
    iban: null,
    bic: null,
    currency: 'EUR',
    vat: [],
    invoiceFormat: '{year}-{number:4}',
    creditFormat: 'CN-{year}-{number:4}',
    paymentDays: 30,
    validDays: 30,
    cancellation: usualTerms,
    paymentTerms: null,
    note: null,
  }
}

export async function saveSettings(
  context: Context,
  { version, ...input }: z.output<Contract['saveSettings']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  const mistakes = new Mistakes()
  const party = cleanParty(input.party, mistakes, 'party')
  const account = cleanAccount(input, mistakes)
  checkCurrency(input.currency, mistakes)
  checkFormat(input.invoiceFormat, mistakes, 'invoiceFormat')
  checkFormat(input.creditFormat, mistakes, 'creditFormat')
  if (input.invoiceFormat === input.creditFormat)
    mistakes.add('creditFormat', 'same-format', 'Credit notes need numbers of their own.')
  checkTerms(input.cancellation, mistakes)
  for (const [at, regime] of input.vat.entries()) checkVat(regime, mistakes, `vat.${at}.rate`)
  mistakes.refuse()
  const saved = await store.saveSettings(
    context.db,
    organisationId,
    { ...input, party, ...account },
    version,
    context.now,
  )
  if (!saved)
    throw new Problem('conflict', { changed: { version, fields: ['settings'], by: null, at: null } })
  await tell(context, 'invoice.settings-saved', { kind: 'organisation', id: organisationId }, {})
  return readSettings(context)
}
