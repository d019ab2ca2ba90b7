import type { z } from 'zod'
import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { spokenLanguage } from '#shared/languages.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { checkPeriod, cleanParty, Mistakes } from './clean.rules.ts'
import { countInvoices } from './invoices.store.ts'
import type { ordersContract } from './orders.contract.ts'
import { mailPartner } from './order-mail.ts'
import { paperWords } from './paper-words.ts'
import { partyFrom, type Party } from './party.rules.ts'
import { findSettings } from './prices.store.ts'
import * as store from './requests.store.ts'
import {
  mustBeOpen,
  mustSpeakFor,
  readThread,
  refuseOld,
  requestToChange,
  showItem,
  tell,
  type ShownThread,
} from './thread.actions.ts'

type Contract = typeof ordersContract
type Asked = z.output<Contract['ask']['body']>

/** One page of requests of both sides. */
export async function listRequests(context: Context, query: z.output<Contract['list']['query']>) {
  const { step, partner, flow, q, ...page } = query
  const { organisationId } = memberOf(context.actor)
  const found = await store.listRequests(context.db, organisationId, { step, partner, flow, q }, page)
  const today = todayOf(context)
  return { ...found, items: found.items.map((row) => showItem(row, today)) }
}

export async function countAll(context: Context) {
  const { organisationId } = memberOf(context.actor)
  const states = await store.countRequests(context.db, organisationId)
  const of = (state: string): number => states[state] ?? 0
  return {
    open: of('open'),
    quoted: of('quoted'),
    ordered: of('ordered'),
    closed: of('declined') + of('withdrawn'),
    ...(await countInvoices(context.db, organisationId, todayOf(context))),
  }
}

/** Asks a host, or writes down what a sender asked for; the other side is told by mail. */
export async function askForPlaces(context: Context, input: Asked): Promise<ShownThread> {
  const { organisationId } = memberOf(context.actor)
  if (input.partnerId === organisationId)
    throw invalidField('partnerId', 'orders:field.own', 'This is your own organisation.')
  const partner = await store.findTrader(context.db, organisationId, input.partnerId)
  if (!partner) throw invalidField('partnerId', 'orders:field.no-partner', 'This is not one of the partners.')
  const senderId = input.side === 'sender' ? organisationId : input.partnerId
  const values = await valuesOf(context, input, senderId)
  const id = await store.insertRequest(
    context.db,
    {
      ...values,
      senderId,
      hostId: input.side === 'sender' ? input.partnerId : organisationId,
      writtenBy: organisationId,
      by: labelOf(context.actor),
    },
    context.now,
  )
  await tell(
    context,
    'request.asked',
    { kind: 'request', id },
    { name: values.title, people: values.people },
    input.partnerId,
  )
  const row = await requestToChange(context, id)
  if (input.side === 'sender') await mailRequest(context, row)
  return readThread(context, id)
}

async function mailRequest(context: Context, row: store.RequestRow): Promise<void> {
  const { t, range } = paperWords(spokenLanguage(row.partnerLanguage))
  const lines = [
    range(row.startsOn, row.endsOn),
    t('orders:peopleLine', { people: row.people, accompanying: row.accompanying }),
    ...(row.services.length > 0
      ? [row.services.map((service) => t(`orders:service.${service}`)).join(', ')]
      : []),
    ...(row.message ? [row.message] : []),
  ]
  await mailPartner(context, row, 'request', {}, lines)
}

/** Changes a request as long as it has not been ordered; either side may, since it may have been agreed by phone. */
export async function editRequest(
  context: Context,
  id: string,
  { version, ...input }: z.output<Contract['edit']['body']>,
): Promise<ShownThread> {
  const row = await requestToChange(context, id)
  refuseOld(version, row, 'request')
  mustBeOpen(row)
  const values = await valuesOf(context, { ...input, buyer: input.buyer ?? row.buyer }, row.senderId)
  await store.updateRequest(context.db, id, values, context.now)
  await tell(
    context,
    'request.changed',
    { kind: 'request', id },
    { name: values.title, people: values.people },
    row.partnerId,
  )
  return readThread(context, id)
}

/** Declined by the host, withdrawn by the sender, or opened again by whoever closed it. */
export async function decideRequest(
  context: Context,
  id: string,
  { to, reason, version }: z.output<Contract['decide']['body']>,
): Promise<ShownThread> {
  const row = await requestToChange(context, id)
  refuseOld(version, row, 'request')
  const closed = row.state === 'declined' || row.state === 'withdrawn'
  if (to === 'open' ? !closed : !['open', 'quoted'].includes(row.state))
    throw notPossible('orders:whyNot.over')
  const closing = to === 'open' ? row.state : to
  mustSpeakFor(row, closing === 'declined' ? 'host' : 'sender')
  const state = to === 'open' && row.quotationState === 'sent' ? 'quoted' : to
  await store.updateRequest(context.db, id, { state, reason: to === 'open' ? null : reason }, context.now)
  const type = to === 'open' ? 'request.opened' : `request.${to}`
  await tell(context, type, { kind: 'request', id }, { name: row.title, reason }, row.partnerId)
  const own = to === 'declined' ? row.side === 'host' : row.side === 'sender'
  if (to !== 'open' && own) await mailPartner(context, row, to, { reason: reason ?? '' })
  return readThread(context, id)
}

async function valuesOf(
  context: Context,
  input: Omit<Asked, 'partnerId' | 'side'>,
  senderId: string,
): Promise<store.RequestValues> {
  const { organisationId } = memberOf(context.actor)
  const mistakes = new Mistakes()
  checkPeriod(input, mistakes)
  if (input.mostPeople !== null && input.mostPeople < input.people)
    mistakes.add('mostPeople', 'fewer', 'This is fewer than the people who come.')
  const buyer = cleanParty(input.buyer ?? (await buyerOf(context, senderId)), mistakes, 'buyer')
  mistakes.refuse()
  if (input.flowId && !(await flowKnown(context, input.flowId, senderId)))
    throw invalidField('flowId', 'orders:field.no-flow', 'There is no such flow.')
  return { ...input, buyer, flowId: organisationId === senderId || input.flowId ? input.flowId : null }
}

/** A sender names its own flow; a host the sender's flow that it hosts. */
async function flowKnown(context: Context, flowId: string, senderId: string): Promise<boolean> {
  const { organisationId } = memberOf(context.actor)
  const flow = await findOwnFlow(context.db, senderId, flowId)
  return flow !== undefined && (senderId === organisationId || flow.hosting_id === organisationId)
}

/** To whom invoices of a sender go: as its own settings say, or what is known of it. */
async function buyerOf(context: Context, senderId: string): Promise<Party> {
  const { organisationId } = memberOf(context.actor)
  const settings = senderId === organisationId ? await findSettings(context.db, senderId) : undefined
  if (settings) return settings.party
  const sender = await store.findTrader(context.db, organisationId, senderId)
  if (!sender) throw notFound()
  return partyFrom(sender)
}
