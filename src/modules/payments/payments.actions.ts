import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { uncountedStatuses } from '#modules/budget/budget.rules.ts'
import type { Status } from '#modules/mobilities/statuses.rules.ts'
import {
  instalmentsOf,
  toRecover,
  usualInstalments,
  whyNotInstalments,
  type Instalment,
  type Payable,
} from './instalments.rules.ts'
import type { paymentsContract } from './payments.contract.ts'
import * as store from './payments.store.ts'

type Contract = typeof paymentsContract
type Stay = z.input<Contract['readStay']['answer']>

export async function readTemplate(context: Context, projectId: string) {
  const row = await store.findPaidProject(context.db, memberOf(context.actor).organisationId, projectId)
  if (!row) throw notFound()
  const own = row.instalments as Instalment[] | null
  return { instalments: own ?? [...usualInstalments], own: own !== null, version: row.templateVersion ?? 0 }
}

/** Sets how grants are cut. Throws `conflict` when somebody else has since it was read. */
export async function setTemplate(
  context: Context,
  projectId: string,
  { instalments, version }: z.output<Contract['setTemplate']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  const row = await store.findPaidProject(context.db, organisationId, projectId, { lock: true })
  if (!row) throw notFound()
  const why = whyNotInstalments(instalments)
  if (why)
    throw invalidField(
      'instalments',
      `payments:whyNot.${why}`,
      'The instalments must be named apart and make 100 %.',
    )
  if ((row.templateVersion ?? 0) !== version)
    throw new Problem('conflict', {
      changed: { version: row.templateVersion ?? 0, fields: ['instalments'], by: null, at: null },
    })
  const project = { id: row.id, code: row.code, templateId: row.payment_template_id, organisationId }
  await store.saveTemplate(context.db, project, instalments)
  await recordEvent(context, {
    type: 'project.instalments-set',
    subject: { kind: 'instalments', id: projectId },
    data: { code: row.code },
    audience: 'organisation',
  })
  return readTemplate(context, projectId)
}

/** One page of who is to be paid, with what each instalment waits for. */
export async function listPayables(
  context: Context,
  projectId: string,
  query: z.output<Contract['listPayables']['query']>,
) {
  const project = await store.findPaidProject(context.db, memberOf(context.actor).organisationId, projectId)
  if (!project) throw notFound()
  const template = (project.instalments as Instalment[] | null) ?? usualInstalments
  const page = await store.listPayables(context.db, projectId, query)
  return {
    next: page.next,
    items: page.items.map((row) => {
      const { payments: _payments, ...shown } = show(row, template)
      return shown
    }),
  }
}

/** A mobility's instalments and payments. */
export async function readStay(context: Context, mobilityId: string): Promise<Stay> {
  const { organisationId } = memberOf(context.actor)
  const [row] = await store.payablesOf(context.db, [mobilityId])
  if (!row || row.organisationId !== organisationId) throw notFound()
  return show(row, await templateOf(context, row))
}

/** One's own instalments. */
export async function readOwnStay(context: Context, mobilityId: string) {
  const { actor } = context
  const own = await findOwnStay(context.db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  const [row] = own ? await store.payablesOf(context.db, [mobilityId]) : []
  if (!row || row.status === 'draft') throw notFound()
  const { recover: _recover, number: _number, ...shown } = show(row, await templateOf(context, row))
  return { ...shown, payments: shown.payments.map((payment) => ({ ...payment, note: null })) }
}

async function templateOf(context: Context, row: store.PayableRow): Promise<readonly Instalment[]> {
  const templates = await store.templatesOf(context.db, [row.projectId])
  return templates.get(row.projectId ?? '') ?? usualInstalments
}

/** What the rules judge instalments by. */
export const payableOf = (row: store.PayableRow): Payable => ({
  total: row.total,
  departure: row.departure,
  returnDate: row.returnDate,
  done: new Set(row.done),
  hasAccount: row.account,
  goes: !uncountedStatuses.includes(row.status as Status),
  payments: row.payments,
  kept: row.kept,
})

function show(row: store.PayableRow, template: readonly Instalment[]): Stay {
  const payable = payableOf(row)
  return {
    mobilityId: row.mobilityId,
    number: row.number,
    participant: row.participant,
    personId: row.personId,
    flow: row.flow,
    departure: row.departure,
    total: row.total,
    account: row.account,
    instalments: instalmentsOf(template, payable),
    recover: toRecover(payable),
    payments: row.payments,
  }
}

/** Writes down a contribution, deposit, return or recovery. */
export async function addPayment(
  context: Context,
  mobilityId: string,
  input: z.output<Contract['addPayment']['body']>,
): Promise<Stay> {
  const stay = await readStay(context, mobilityId)
  const { organisationId } = memberOf(context.actor)
  if (input.kind === 'recovery' && input.amount > stay.recover)
    throw invalidField('amount', 'payments:field.more-than-paid', 'More than was paid too much.', {
      most: stay.recover,
    })
  await context.db
    .insertInto('payment')
    .values({
      organisation_id: organisationId,
      mobility_id: mobilityId,
      kind: input.kind,
      amount: input.amount,
      purpose: input.purpose ?? null,
      due: input.due ?? null,
      note: input.note ?? null,
      created_by: labelOf(context.actor),
    })
    .execute()
  await recordEvent(context, {
    type: 'payment.asked',
    subject: { kind: 'payment', id: mobilityId },
    mobilityId,
    data: { kind: input.kind, amount: input.amount },
    audience: 'organisation',
  })
  return readStay(context, mobilityId)
}

/** Marks an open payment as paid, or takes it back. Payments of a run are settled with their run. */
export async function settlePayment(
  context: Context,
  id: string,
  input: z.output<Contract['settlePayment']['body']>,
) {
  const row = await store.findPayment(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  if (row.version !== input.version)
    throw new Problem('conflict', {
      changed: { version: row.version, fields: ['state'], by: null, at: row.updated_at.toISOString() },
    })
  if (row.state !== 'open') throw notPossible(`payments:whyNot.${row.state}`)
  const saved = await store.settle(context.db, id, input.paidOn, context.now)
  await recordEvent(context, {
    type: input.paidOn ? 'payment.settled' : 'payment.cancelled',
    subject: { kind: 'payment', id },
    ...(row.mobility_id ? { mobilityId: row.mobility_id } : {}),
    data: { kind: row.kind, amount: row.amount },
    audience: 'organisation',
  })
  return {
    id: saved.id,
    kind: saved.kind,
    step: saved.step,
    amount: saved.amount,
    purpose: saved.purpose,
    due: saved.due,
    state: saved.state as 'paid' | 'cancelled',
    paidOn: saved.paid_on,
    note: saved.note,
    version: saved.version,
  }
}
