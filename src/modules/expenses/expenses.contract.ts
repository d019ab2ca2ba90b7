import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { expenseCategories } from './expenses.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const flow = organisation.extend({ flow: z.uuid() })
const expense = organisation.extend({ expense: z.uuid() })
const own = z.object({ mobility: z.uuid() })
const entering = { permission: 'expenses.enter' } as const
const editing = { permission: 'money.edit' } as const
const tag = 'expenses'
const currency = z.string().regex(/^[A-Z]{3}$/, 'A currency as three capital letters (ISO 4217)')
const money = z.number().min(0.01).max(1_000_000).multipleOf(0.01)

const input = z.object({
  day: z.iso.date(),
  category: z.enum(expenseCategories),
  about: z.string().normalize('NFC').trim().max(500).optional(),
  amount: money,
  currency: currency.default('EUR'),
  perEuro: z
    .number()
    .min(0.0001)
    .max(100_000)
    .nullish()
    .describe('How much of the currency one euro was; the known rate of the day unless told'),
  receiptId: z.uuid().nullish(),
})

const answer = z.object({
  id: z.string(),
  day: z.string(),
  category: z.enum(expenseCategories),
  about: z.string(),
  amount: z.number(),
  currency: z.string(),
  perEuro: z.number().nullable(),
  euros: z.number().nullable().describe('Null while no rate is known'),
  receiptId: z.string().nullable(),
  state: z.enum(['entered', 'accepted', 'refused']),
  reason: z.string().nullable(),
  enteredBy: z.string(),
  mine: z.boolean(),
  participant: z.string().nullable(),
  version: z.number().int(),
})

const sums = z.object({
  budget: z.number().nullable(),
  spent: z.number().describe('Euros that are not refused'),
  accepted: z.number(),
  withoutRate: z.number().int(),
})

export const expensesContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/flows/:flow/expenses',
    summary: 'What was spent in a flow, day by day; those who do not see money see their own entries',
    tag,
    audience: entering,
    params: flow,
    query: pageQuery,
    answer: pageOf(answer).extend({ sums }),
  },
  enter: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/expenses',
    summary: 'Enters an expense of a flow',
    tag,
    audience: entering,
    params: flow,
    body: input,
    answer,
    status: 201,
  },
  setBudget: {
    method: 'PUT',
    path: '/organisations/:organisation/flows/:flow/expense-budget',
    summary: 'Sets what may be spent in a flow',
    tag,
    audience: editing,
    params: flow,
    body: z.object({ euros: z.number().min(0).max(10_000_000).multipleOf(0.01).nullable() }),
    answer: sums,
  },
  remove: {
    method: 'DELETE',
    path: '/organisations/:organisation/expenses/:expense',
    summary: 'Takes an entry back that one made and nobody has judged',
    tag,
    audience: entering,
    params: expense,
  },
  judge: {
    method: 'POST',
    path: '/organisations/:organisation/expenses/:expense/judgement',
    summary: 'Accepts an expense, or refuses it with a reason',
    tag,
    audience: editing,
    params: expense,
    body: z.object({
      state: z.enum(['accepted', 'refused']),
      reason: z.string().trim().max(500).optional(),
      version: z.number().int(),
    }),
    answer,
  },
  setRate: {
    method: 'PUT',
    path: '/organisations/:organisation/currency-rates',
    summary: 'Enters rates of days; expenses that waited for one get their euros',
    tag,
    audience: editing,
    params: organisation,
    body: z.object({
      rates: z
        .array(z.object({ currency, day: z.iso.date(), perEuro: z.number().min(0.0001).max(100_000) }))
        .min(1)
        .max(5000),
    }),
    answer: z.object({
      rates: z.number().int(),
      filled: z.number().int().describe('Expenses that have euros now'),
    }),
  },
  importRates: {
    method: 'POST',
    path: '/organisations/:organisation/currency-rates/file',
    summary: 'Brings a file of euro reference rates of the European Central Bank (XML or CSV)',
    tag,
    audience: editing,
    params: organisation,
    carries: 'upload',
    answer: z.object({
      rates: z.number().int(),
      filled: z.number().int(),
      first: z.string().describe('The earliest day'),
      last: z.string(),
    }),
  },
  readRates: {
    method: 'GET',
    path: '/organisations/:organisation/currency-rates',
    summary: 'The latest rate of each currency, and the days on which expenses wait for one',
    tag,
    audience: { permission: 'money.read' },
    params: organisation,
    answer: z.object({
      latest: z.array(z.object({ currency, day: z.string(), perEuro: z.number() })),
      waiting: z
        .array(z.object({ currency, day: z.string(), expenses: z.number().int() }))
        .describe('The first 50'),
    }),
  },
  listOwn: {
    method: 'GET',
    path: '/me/mobilities/:mobility/expenses',
    summary: 'What one has entered for one’s own stay',
    tag,
    audience: 'person',
    params: own,
    answer: z.object({ items: z.array(answer) }),
  },
  removeOwn: {
    method: 'DELETE',
    path: '/me/mobilities/:mobility/expenses/:expense',
    summary: 'Takes an entry of one’s own back that nobody has judged',
    tag,
    audience: 'person',
    params: own.extend({ expense: z.uuid() }),
  },
  enterOwn: {
    method: 'POST',
    path: '/me/mobilities/:mobility/expenses',
    summary: 'Enters an expense of one’s own stay',
    tag,
    audience: 'person',
    params: own,
    body: input,
    answer,
    status: 201,
  },
})
