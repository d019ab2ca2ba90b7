import type { z } from 'zod'
import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import { findOrganisationAccount } from './accounts.store.ts'
import { instalmentsOf, usualInstalments, type Instalment } from './instalments.rules.ts'
import { payableOf } from './payments.actions.ts'
import type { paymentsContract } from './payments.contract.ts'
import { findPaidProject, lockPayable, payablesOf } from './payments.store.ts'
import * as store from './runs.store.ts'

type Contract = typeof paymentsContract
type ShownRun = z.input<Contract['prepareRun']['answer']>

/** Gathers what is ready and due into one run: instalments, and what is to be given back. Two at once never pay the same instalment: the rows are locked, and the database holds it. */
export async function prepareRun(
  context: Context,
  projectId: string,
  input: z.output<Contract['prepareRun']['body']>,
): Promise<ShownRun> {
  const { organisationId } = memberOf(context.actor)
  const project = await findPaidProject(context.db, organisationId, projectId)
  if (!project) throw notFound()
  const account = await findOrganisationAccount(context.db, organisationId)
  if (!account) throw notPossible('payments:whyNot.no-own-account')
  if (input.executionDate < context.now.toISOString().slice(0, 10))
    throw invalidField('executionDate', 'payments:field.in-the-past', 'The day lies in the past.')
  const template = (project.instalments as Instalment[] | null) ?? usualInstalments
  const ids = await lockPayable(context.db, projectId, input)
  const payments: store.NewRunPayment[] = []
  const size = 2000
  for (let start = 0; start < ids.length; start += size)
    for (const row of await payablesOf(context.db, ids.slice(start, start + size)))
      for (const { key, amount, due, state } of instalmentsOf(template, payableOf(row)))
        if (state === 'ready' && amount !== null && due !== null && due <= input.dueUntil)
          payments.push({ mobilityId: row.mobilityId, step: key, amount, due })
  const { holder, iban, bic } = account
  const id = await store.insertRun(
    context.db,
    {
      organisationId,
      executionDate: input.executionDate,
      holder,
      iban,
      bic,
      by: labelOf(context.actor),
      now: context.now,
    },
    payments,
  )
  const returned = await store.addReturns(context.db, id, projectId, input)
  // The whole use case is one transaction: an empty run leaves nothing behind.
  if (payments.length + returned === 0) throw notPossible('payments:whyNot.nothing-ready')
  await tell(context, id, 'payment-run.prepared')
  return shown(await runNamed(context, id))
}

export async function listRuns(context: Context, query: { limit: number; cursor?: string | undefined }) {
  const page = await store.listRuns(context.db, memberOf(context.actor).organisationId, query)
  return { next: page.next, items: page.items.map(shown) }
}

export async function readRun(context: Context, id: string) {
  const run = await runNamed(context, id)
  const items = await store.paymentsOfRun(context.db, id)
  return { ...shown(run), items: items.map(({ number: _number, bic: _bic, ...item }) => item) }
}

/** Marks a run as paid on a day, or takes it back as a whole. */
export async function settleRun(context: Context, id: string, paidOn: string | null): Promise<ShownRun> {
  const run = await runNamed(context, id, { lock: true })
  if (run.state === 'paid' || run.state === 'cancelled') throw notPossible(`payments:whyNot.run-${run.state}`)
  const settled = await store.settlePayments(context.db, id, paidOn, context.now)
  await store.setRunState(context.db, id, paidOn === null ? 'cancelled' : 'paid')
  await tellPayments(context, settled, paidOn === null ? 'payment.cancelled' : 'payment.settled')
  await tell(context, id, paidOn === null ? 'payment-run.cancelled' : 'payment-run.settled')
  return shown(await runNamed(context, id))
}

/** Marks single payments of a run as paid, as its spreadsheet came back from the bank's people. */
export async function settleSome(
  context: Context,
  id: string,
  paid: ReadonlyMap<string, string>,
): Promise<{ run: ShownRun; paid: number }> {
  const run = await runNamed(context, id, { lock: true })
  if (run.state === 'cancelled') throw notPossible('payments:whyNot.run-cancelled')
  const settled = await store.settlePayments(context.db, id, paid, context.now)
  await tellPayments(context, settled, 'payment.settled')
  const left = (await store.paymentsOfRun(context.db, id)).filter(({ state }) => state === 'in-run')
  if (left.length === 0 && run.state !== 'paid') {
    await store.setRunState(context.db, id, 'paid')
    await tell(context, id, 'payment-run.settled')
  }
  return { run: shown(await runNamed(context, id)), paid: settled.length }
}

export async function runNamed(
  context: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<store.RunRow> {
  const run = await store.findRun(context.db, memberOf(context.actor).organisationId, id, options)
  if (!run) throw notFound()
  return run
}

export const shown = (run: store.RunRow): ShownRun => ({
  id: run.id,
  number: run.number,
  executionDate: run.executionDate,
  state: run.state,
  holder: run.holder,
  payments: run.payments,
  total: run.total,
  createdBy: run.createdBy,
  createdAt: run.createdAt.toISOString(),
  version: run.version,
})

const tell = (context: Context, id: string, type: string): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'payment-run', id }, audience: 'organisation' })

const tellPayments = (
  context: Context,
  payments: readonly { id: string; mobilityId: string | null; kind: string; amount: number }[],
  type: string,
): Promise<void> =>
  recordEvents(
    context,
    payments.map(({ id, mobilityId, kind, amount }) => ({
      type,
      subject: { kind: 'payment', id },
      ...(mobilityId ? { mobilityId } : {}),
      data: { kind, amount },
      audience: 'organisation' as const,
    })),
  )
