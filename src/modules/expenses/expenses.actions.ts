import type { z } from 'zod'
import { invalidField, notAllowed, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { filesNamed } from '#modules/files/files.store.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import type { expensesContract } from './expenses.contract.ts'
import { inEuros, rateOf, whyNotDay, type ExpenseCategory } from './expenses.rules.ts'
import * as store from './expenses.store.ts'
import { ratesBefore } from './rates.store.ts'

type Contract = typeof expensesContract
type Shown = z.input<Contract['enter']['answer']>
type Input = z.output<Contract['enter']['body']>

/** A flow's expenses: all for those who see money, one's own for everybody else who enters some. */
export async function listExpenses(
  context: Context,
  flowId: string,
  query: z.output<Contract['list']['query']>,
) {
  const member = await flowOf(context, flowId)
  const money = member.permissions.has('money.read')
  const page = await store.listExpenses(context.db, flowId, money ? null : member.userId, query)
  const sums = await store.sumsOf(context.db, flowId)
  return {
    next: page.next,
    items: page.items.map((row) => show(row, member.userId)),
    sums: money ? sums : { ...sums, accepted: 0, withoutRate: 0 },
  }
}

export async function enterExpense(context: Context, flowId: string, input: Input): Promise<Shown> {
  const member = await flowOf(context, flowId)
  return enter(
    context,
    { organisationId: member.organisationId, flowId, mobilityId: null },
    input,
    member.userId,
  )
}

export async function setBudget(context: Context, flowId: string, euros: number | null) {
  await flowOf(context, flowId)
  await store.setExpenseBudget(context.db, flowId, euros)
  await tell(context, 'expense.budget-set', flowId, { amount: euros ?? 0 })
  return store.sumsOf(context.db, flowId)
}

/** Takes one's own entry back, as long as nobody has judged it. */
export async function removeExpense(context: Context, id: string): Promise<void> {
  const member = memberOf(context.actor)
  const row = await ownExpense(context, id)
  if (row.userId !== member.userId) throw notFound()
  await remove(context, row)
}

export async function judgeExpense(
  context: Context,
  id: string,
  input: z.output<Contract['judge']['body']>,
): Promise<Shown> {
  const row = await ownExpense(context, id)
  if (row.version !== input.version)
    throw new Problem('conflict', {
      changed: { version: row.version, fields: ['state'], by: null, at: row.updatedAt.toISOString() },
    })
  if (input.state === 'refused' && !input.reason)
    throw invalidField('reason', 'expenses:field.reason-needed', 'Say why it is refused.')
  if (input.state === 'accepted' && row.euros === null) throw notPossible('expenses:whyNot.no-rate')
  await store.judgeExpense(context.db, id, input.state, input.reason ?? null, context.now)
  await tell(
    context,
    `expense.${input.state}`,
    id,
    { amount: row.amount, currency: row.currency },
    row.mobilityId,
  )
  const saved = await store.findExpense(context.db, id)
  return show(saved ?? row, memberOf(context.actor).userId)
}

/** What was entered for one's own stay. */
export async function listOwn(context: Context, mobilityId: string): Promise<{ items: Shown[] }> {
  const { userId } = await ownStay(context, mobilityId)
  const rows = await store.expensesOfStay(context.db, mobilityId)
  return { items: rows.map((row) => show(row, userId)) }
}

export async function enterOwn(context: Context, mobilityId: string, input: Input): Promise<Shown> {
  const { stay, userId } = await ownStay(context, mobilityId)
  const key = { organisationId: stay.sending_id, flowId: stay.flow_id, mobilityId }
  return enter(context, key, input, userId)
}

/** Takes one's own entry back, as long as nobody has judged it. */
export async function removeOwn(context: Context, mobilityId: string, id: string): Promise<void> {
  const { userId } = await ownStay(context, mobilityId)
  const row = await store.findExpense(context.db, id, { lock: true })
  if (!row || row.mobilityId !== mobilityId || row.userId !== userId) throw notFound()
  await remove(context, row)
}

async function remove(context: Context, row: store.ExpenseRow): Promise<void> {
  if (row.state !== 'entered') throw notPossible('expenses:whyNot.judged')
  await store.deleteExpense(context.db, row.id)
  const { amount, currency } = row
  await tell(context, 'expense.removed', row.id, { amount, currency }, row.mobilityId, row.organisationId)
}

async function enter(
  context: Context,
  key: { organisationId: string; flowId: string | null; mobilityId: string | null },
  input: Input,
  userId: string,
): Promise<Shown> {
  const why = whyNotDay(input.day, context.now.toISOString().slice(0, 10))
  if (why) throw invalidField('day', `expenses:field.${why}`, 'This day cannot be.')
  await refuseForeignReceipt(context, key.organisationId, input.receiptId ?? null)
  const known =
    input.currency === 'EUR'
      ? null
      : (input.perEuro ??
        rateOf(await ratesBefore(context.db, key.organisationId, input.currency, input.day), input.day)
          ?.perEuro ??
        null)
  const id = await store.insertExpense(context.db, {
    ...key,
    day: input.day,
    category: input.category,
    about: input.about ?? '',
    amount: input.amount,
    currency: input.currency,
    perEuro: known,
    euros: inEuros(input.amount, input.currency, known),
    receiptId: input.receiptId ?? null,
    by: labelOf(context.actor),
    userId,
  })
  await tell(
    context,
    'expense.entered',
    id,
    { amount: input.amount, currency: input.currency },
    key.mobilityId,
    key.organisationId,
  )
  const row = await store.findExpense(context.db, id)
  if (!row) throw notFound()
  return show(row, userId)
}

async function refuseForeignReceipt(
  context: Context,
  organisationId: string,
  receiptId: string | null,
): Promise<void> {
  if (receiptId === null) return
  const files = await filesNamed(context.db, organisationId, [receiptId])
  if (!files.has(receiptId)) throw invalidField('receiptId', 'not-there', 'There is no such file.')
}

async function flowOf(context: Context, flowId: string) {
  const member = memberOf(context.actor)
  const flow = await findOwnFlow(context.db, member.organisationId, flowId)
  if (!flow) throw notFound()
  return member
}

async function ownExpense(context: Context, id: string): Promise<store.ExpenseRow> {
  const row = await store.findExpense(context.db, id, { lock: true })
  if (!row || row.organisationId !== memberOf(context.actor).organisationId) throw notFound()
  return row
}

async function ownStay(context: Context, mobilityId: string) {
  const { actor } = context
  if (actor.kind !== 'person') throw notAllowed('expenses:whyNot.own-only')
  const stay = await findOwnStay(context.db, actor.personIds, mobilityId)
  if (!stay) throw notFound()
  return { stay, userId: actor.userId }
}

const show = (row: store.ExpenseRow, userId: string): Shown => ({
  id: row.id,
  day: row.day,
  category: row.category as ExpenseCategory,
  about: row.about,
  amount: row.amount,
  currency: row.currency,
  perEuro: row.perEuro,
  euros: row.euros,
  receiptId: row.receiptId,
  state: row.state as Shown['state'],
  reason: row.reason,
  enteredBy: row.enteredBy,
  mine: row.userId === userId,
  participant: row.participant,
  version: row.version,
})

const tell = (
  context: Context,
  type: string,
  id: string,
  data: Record<string, unknown>,
  mobilityId: string | null = null,
  organisationId?: string,
): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'expense', id },
    ...(mobilityId ? { mobilityId } : {}),
    ...(organisationId && !mobilityId ? { organisationId } : {}),
    data,
    audience: 'organisation',
  })
