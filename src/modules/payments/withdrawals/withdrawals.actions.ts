import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { payablesOf, type PayableRow } from '../payments.store.ts'
import { payableOf } from '../payments.actions.ts'
import { paidSoFar } from '../instalments.rules.ts'
import { findCase, holdMobility, insertReturn, saveCase, settleCase } from './withdrawals.store.ts'
import { whyNotCost, withdrawalSums, type WithdrawalCost } from './withdrawal.rules.ts'
import type { withdrawalsContract } from './withdrawals.contract.ts'

type Contract = typeof withdrawalsContract
type Shown = z.input<Contract['read']['answer']>

export async function readWithdrawal(context: Context, mobilityId: string): Promise<Shown> {
  const row = await stayOf(context, mobilityId)
  const known = await findCase(context.db, mobilityId)
  const costs = (known?.costs ?? []) as unknown as WithdrawalCost[]
  const paid = paidSoFar(row.payments.filter(({ kind }) => kind !== 'withdrawal-return'))
  return {
    state: (known?.state ?? 'none') as Shown['state'],
    possible: !payableOf(row).goes,
    reason: known?.reason ?? '',
    forceMajeure: known?.force_majeure ?? false,
    costs,
    paid,
    ...withdrawalSums(paid, costs),
    version: known?.version ?? 0,
  }
}

/** Writes the case down; two who do it at once are told. */
export async function saveWithdrawal(
  context: Context,
  mobilityId: string,
  input: z.output<Contract['save']['body']>,
): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const row = await stayOf(context, mobilityId)
  if (payableOf(row).goes) throw notPossible('payments:whyNot.still-goes')
  const known = await lockedCase(context, mobilityId, input.version)
  if (known?.state === 'settled') throw notPossible('payments:whyNot.settled')
  for (const [at, cost] of input.costs.entries()) {
    const why = whyNotCost(cost)
    if (why)
      throw invalidField(`costs.${at}.refunded`, `payments:field.${why}`, 'More came back than was spent.')
  }
  await saveCase(context.db, { mobilityId, organisationId, ...input }, context.now)
  await tell(context, mobilityId, 'withdrawal.saved')
  return readWithdrawal(context, mobilityId)
}

/** Settles the case: what is to be returned becomes an open payment of the participant. */
export async function settleWithdrawal(
  context: Context,
  mobilityId: string,
  version: number,
): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const shown = await readWithdrawal(context, mobilityId)
  const known = await lockedCase(context, mobilityId, version)
  if (!known) throw notFound()
  if (known.state === 'settled') throw notPossible('payments:whyNot.settled')
  await settleCase(context.db, mobilityId, context.now)
  if (shown.toReturn > 0)
    await insertReturn(context.db, {
      organisationId,
      mobilityId,
      amount: shown.toReturn,
      purpose: shown.reason,
      by: labelOf(context.actor),
    })
  await tell(context, mobilityId, 'withdrawal.settled')
  return readWithdrawal(context, mobilityId)
}

async function stayOf(context: Context, mobilityId: string): Promise<PayableRow> {
  const [row] = await payablesOf(context.db, [mobilityId])
  if (!row || row.organisationId !== memberOf(context.actor).organisationId) throw notFound()
  return row
}

async function lockedCase(context: Context, mobilityId: string, version: number) {
  await holdMobility(context.db, mobilityId)
  const known = await findCase(context.db, mobilityId)
  if ((known?.version ?? 0) !== version)
    throw new Problem('conflict', {
      changed: {
        version: known?.version ?? 0,
        fields: ['costs'],
        by: null,
        at: known?.updated_at.toISOString() ?? null,
      },
    })
  return known
}

const tell = (context: Context, mobilityId: string, type: string): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'withdrawal', id: mobilityId },
    mobilityId,
    audience: 'organisation',
  })
