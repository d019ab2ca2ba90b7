import type { z } from 'zod'
import { spokenLanguage } from '#shared/languages.ts'
import { notFound, notPossible } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { editFlow } from '#modules/flows/flows.actions.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { recordFacts, withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { cancellationCost } from './cancellation.rules.ts'
import type { ordersContract } from './orders.contract.ts'
import { mailPartner } from './order-mail.ts'
import { paperWords } from './paper-words.ts'
import { costOf } from './parts.rules.ts'
import { quotationToChange } from './quotations.actions.ts'
import * as store from './quotations.store.ts'
import { hostedMobilities, updateRequest, type RequestRow } from './requests.store.ts'
import { quotationStateOn } from './states.rules.ts'
import {
  mustBeOpen,
  mustSpeakFor,
  readThread,
  refuseOld,
  requestToChange,
  tell,
  type ShownThread,
} from './thread.actions.ts'

type Contract = typeof ordersContract

/** The sender orders what was quoted, which confirms the host for the flow; or declines it, and the host may quote anew. */
export async function answerQuotation(
  context: Context,
  id: string,
  { to, reason, version }: z.output<Contract['answer']['body']>,
): Promise<ShownThread> {
  const { quotation, request } = await quotationToChange(context, id)
  mustSpeakFor(request, 'sender')
  refuseOld(version, quotation, 'quotation')
  mustBeOpen(request)
  const state = quotationStateOn(quotation, todayOf(context))
  if (state === 'expired' && to === 'accepted') throw notPossible('orders:whyNot.expired')
  if (state !== 'sent' && state !== 'expired') throw notPossible('orders:whyNot.not-open')
  const by = labelOf(context.actor)
  await store.moveQuotation(
    context.db,
    id,
    { state: to, decided_at: context.now, decided_by: by, reason },
    context.now,
  )
  const told = { name: request.title, amount: quotation.gross, currency: quotation.currency, reason }
  await tell(context, `quotation.${to}`, { kind: 'quotation', id }, told, request.partnerId)
  if (to === 'accepted') await order(context, request, id, by)
  else await updateRequest(context.db, request.id, { state: 'open' }, context.now)
  if (request.side === 'sender') {
    const words = paperWords(spokenLanguage(request.partnerLanguage))
    await mailPartner(context, request, to === 'accepted' ? 'ordered' : 'declined', {
      amount: words.money(quotation.gross, quotation.currency),
      reason: reason ?? '',
    })
  }
  return readThread(context, request.id)
}

async function order(context: Context, request: RequestRow, quotationId: string, by: string): Promise<void> {
  await store.insertOrder(
    context.db,
    {
      requestId: request.id,
      quotationId,
      senderId: request.senderId,
      hostId: request.hostId,
      flowId: request.flowId,
      day: todayOf(context),
      by,
    },
    context.now,
  )
  await updateRequest(context.db, request.id, { state: 'ordered', reason: null }, context.now)
  if (!request.flowId) return
  const flow = await findOwnFlow(context.db, memberOf(context.actor).organisationId, request.flowId)
  if (flow && flow.hosting_id === null)
    await editFlow(context, flow.id, flow.version, { hostingId: request.hostId })
  const hosted = await hostedMobilities(context.db, request.flowId, request.hostId)
  await recordFacts(
    context,
    hosted.map((mobilityId) => ({ mobilityId, name: 'hosting.confirmed' })),
  )
}

/** Cancels an order. What the sender owes follows from the accepted terms; a host that cancels is owed nothing. */
export async function cancelOrder(
  context: Context,
  id: string,
  input: z.output<Contract['cancel']['body']>,
): Promise<ShownThread> {
  const { organisationId } = memberOf(context.actor)
  const found = await store.findOrder(context.db, organisationId, { id })
  if (!found) throw notFound()
  const request = await requestToChange(context, found.requestId)
  const order = await store.findOrder(context.db, organisationId, { id })
  const quotation = order && (await store.findQuotation(context.db, organisationId, order.quotationId))
  if (!order || !quotation) throw notFound()
  const side = input.side ?? request.side
  mustSpeakFor(request, side)
  refuseOld(input.version, order, 'order')
  if (order.state === 'cancelled') throw notPossible('orders:whyNot.cancelled')
  const today = todayOf(context)
  if (input.forceMajeure && quotation.cancellation.forceMajeure === null)
    throw notPossible('orders:whyNot.no-force-majeure')
  const cost = cancellationCost(
    quotation.cancellation,
    quotation.startsOn,
    today,
    (percent) => costOf(quotation.lines, percent),
    input.forceMajeure,
  )
  const as: store.CancelledAs =
    side === 'host'
      ? { side, reason: input.reason, percent: 0, cost: 0, daysLeft: cost.daysLeft, by: 'host', step: null }
      : {
          side,
          reason: input.reason,
          percent: cost.percent,
          cost: cost.cost,
          daysLeft: cost.daysLeft,
          by: cost.by,
          step: cost.step,
        }
  await store.cancelOrderRow(context.db, id, today, as, context.now)
  await updateRequest(context.db, request.id, { state: 'ordered', reason: input.reason }, context.now)
  await tell(
    context,
    'order.cancelled',
    { kind: 'order', id },
    { name: request.title, amount: as.cost, currency: quotation.currency, reason: input.reason },
    request.partnerId,
  )
  await unconfirm(context, request, quotation.startsOn, today)
  const words = paperWords(spokenLanguage(request.partnerLanguage))
  if (side === request.side)
    await mailPartner(context, request, 'cancelled', {
      amount: words.money(as.cost, quotation.currency),
      reason: input.reason ?? '',
    })
  return readThread(context, request.id)
}

/** Before anybody has left, a cancelled order takes the host's word back. */
async function unconfirm(
  context: Context,
  request: RequestRow,
  startsOn: string,
  today: string,
): Promise<void> {
  if (!request.flowId || startsOn <= today) return
  const hosted = await hostedMobilities(context.db, request.flowId, request.hostId)
  if (hosted.length > 0) await withdrawFacts(context, hosted, ['hosting.confirmed'])
}
