import type { z } from 'zod'
import { notFound, notPossible } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { readContributions } from './contributions.actions.ts'
import type { contributionsContract } from './contributions.contract.ts'
import { insertPayments } from './contributions.store.ts'
import * as store from './flow-payments.store.ts'

type Contract = typeof contributionsContract

/** A flow's payments beside the instalments: contributions, deposits, returns, recoveries, the host's share. */
export async function listFlowPayments(
  context: Context,
  flowId: string,
  query: z.output<Contract['listPayments']['query']>,
) {
  await ownFlow(context, flowId)
  return store.listFlowPayments(context.db, flowId, query)
}

/** Marks many as paid on a day, or takes them back; an answer for each. What is not open stays as it is. */
export async function settleFlowPayments(
  context: Context,
  flowId: string,
  { ids, paidOn }: z.output<Contract['settlePayments']['body']>,
): Promise<z.input<Contract['settlePayments']['answer']>> {
  await ownFlow(context, flowId)
  const rows = await store.lockFlowPayments(context.db, flowId, ids)
  const open = rows.filter(({ state }) => state === 'open')
  await store.settleOpen(
    context.db,
    open.map(({ id }) => id),
    paidOn,
    context.now,
  )
  await recordEvents(
    context,
    open.map(({ id, mobilityId, kind, amount }) => ({
      type: paidOn ? 'payment.settled' : 'payment.cancelled',
      subject: { kind: 'payment', id },
      ...(mobilityId ? { mobilityId } : {}),
      data: { kind, amount },
      audience: 'organisation' as const,
    })),
  )
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  return {
    done: open.length,
    skipped: ids.flatMap((id) => {
      const state = states.get(id) ?? 'not-there'
      return state === 'open' ? [] : [{ id, why: state as 'paid' }]
    }),
  }
}

/** Gives everybody back what they have paid for a purpose, as open payments that the next run takes with it. */
export async function giveBack(
  context: Context,
  flowId: string,
  asked: z.output<Contract['giveBack']['body']>,
): Promise<z.input<Contract['giveBack']['answer']>> {
  await ownFlow(context, flowId)
  const rows = await store.toGiveBack(context.db, flowId, asked)
  if (rows.length === 0) throw notPossible('payments:whyNot.nothing-to-return')
  const kind = `${asked.kind}-return` as const
  await insertPayments(
    context.db,
    rows.map((row) => ({
      ...row,
      organisationId: memberOf(context.actor).organisationId,
      kind,
      purpose: asked.purpose,
      due: asked.due ?? null,
      state: 'open',
      note: null,
      by: labelOf(context.actor),
    })),
  )
  await recordEvents(
    context,
    rows.map(({ mobilityId, amount }) => ({
      type: 'payment.asked',
      subject: { kind: 'payment', id: mobilityId },
      mobilityId,
      data: { kind, amount },
      audience: 'organisation' as const,
    })),
  )
  return readContributions(context, flowId)
}

async function ownFlow(context: Context, flowId: string): Promise<void> {
  if (!(await findOwnFlow(context.db, memberOf(context.actor).organisationId, flowId))) throw notFound()
}
