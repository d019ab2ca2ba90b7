import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'

const organisation = z.object({ organisation: z.uuid() })
const project = organisation.extend({ project: z.uuid() })
const mobility = organisation.extend({ mobility: z.uuid() })
const run = organisation.extend({ run: z.uuid() })
const reading = { permission: 'money.read' } as const
const editing = { permission: 'money.edit' } as const
const tag = 'payments'
const euros = z.number().min(0.01).max(1_000_000).multipleOf(0.01)

const accountInput = z.object({
  holder: z.string().normalize('NFC').trim().min(1).max(70),
  iban: z.string().max(60).describe('ISO 13616; spaces do not matter'),
  bic: z.string().trim().max(11).nullish(),
  version: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('As it was read, 0 for the first one: another change since then is not overwritten'),
})
const personAccountInput = accountInput.extend({
  holderKind: z.enum(['self', 'guardian', 'other']).describe('Whose account it is'),
})
const accountAnswer = z.object({
  holder: z.string(),
  iban: z.string().describe('Masked but for its ends, unless one may change it'),
  bic: z.string().nullable(),
  version: z.number().int(),
})
const personAccount = accountAnswer.extend({ holderKind: z.enum(['self', 'guardian', 'other']) })

const instalment = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  percent: z.number().min(0.01).max(100),
  anchor: z.enum(['departure', 'return']),
  offsetDays: z.number().int().min(-400).max(400),
  gates: z.array(z.string().max(60)).max(10).describe('Keys of checklist tasks that must be done first'),
})

const shownInstalment = z.object({
  key: z.string(),
  percent: z.number(),
  amount: z.number().nullable(),
  due: z.string().nullable(),
  state: z.enum(['paid', 'in-run', 'ready', 'waiting', 'nothing']),
  missing: z.array(z.string()).describe('Task keys, or account, amount, dates, before, goes'),
})

const payment = z.object({
  id: z.string(),
  kind: z.string(),
  step: z.string().nullable(),
  amount: z.number(),
  purpose: z.string().nullable(),
  due: z.string().nullable(),
  state: z.enum(['open', 'in-run', 'paid', 'cancelled', 'exempt']),
  paidOn: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})

const payable = z.object({
  mobilityId: z.string(),
  number: z.number().int(),
  participant: z.string(),
  personId: z.string(),
  flow: z.string().nullable(),
  departure: z.string().nullable(),
  total: z.number().nullable().describe('The participant’s share of the grant'),
  account: z.boolean(),
  instalments: z.array(shownInstalment),
  recover: z.number().describe('Euros paid above what is due'),
})

const stay = payable.extend({ payments: z.array(payment) })

const runAnswer = z.object({
  id: z.string(),
  number: z.number().int(),
  executionDate: z.string(),
  state: z.enum(['prepared', 'paid', 'cancelled']),
  holder: z.string(),
  payments: z.number().int(),
  total: z.number(),
  createdBy: z.string(),
  createdAt: z.string(),
  version: z.number().int(),
})
const runPayment = z.object({
  id: z.string(),
  mobilityId: z.string().nullable(),
  participant: z.string(),
  holder: z.string(),
  iban: z.string(),
  amount: z.number(),
  state: z.string(),
  paidOn: z.string().nullable(),
  reference: z.string(),
})

const kinds = [
  'recovery',
  'contribution',
  'contribution-return',
  'deposit',
  'deposit-return',
  'withdrawal-return',
] as const

export const paymentsContract = endpoints({
  readAccount: {
    method: 'GET',
    path: '/organisations/:organisation/account',
    summary: 'The account from which the organisation pays',
    tag,
    audience: reading,
    params: organisation,
    answer: z.object({ account: accountAnswer.nullable() }),
  },
  setAccount: {
    method: 'PUT',
    path: '/organisations/:organisation/account',
    summary: 'Sets the account from which the organisation pays; its IBAN is checked',
    tag,
    audience: editing,
    params: organisation,
    body: accountInput,
    answer: z.object({ account: accountAnswer.nullable() }),
  },
  readPersonAccount: {
    method: 'GET',
    path: '/organisations/:organisation/people/:person/account',
    summary: 'The account to which a person’s grant goes',
    tag,
    audience: reading,
    params: organisation.extend({ person: z.uuid() }),
    answer: z.object({ account: personAccount.nullable() }),
  },
  setPersonAccount: {
    method: 'PUT',
    path: '/organisations/:organisation/people/:person/account',
    summary: 'Sets the account to which a person’s grant goes, a guardian’s for a minor',
    tag,
    audience: editing,
    params: organisation.extend({ person: z.uuid() }),
    body: personAccountInput,
    answer: z.object({ account: personAccount.nullable() }),
  },
  readOwnAccount: {
    method: 'GET',
    path: '/me/people/:person/account',
    summary: 'The account to which one’s own grant, or that of a minor in one’s care, goes',
    tag,
    audience: 'person',
    params: z.object({ person: z.uuid() }),
    answer: z.object({ account: personAccount.nullable() }),
  },
  setOwnAccount: {
    method: 'PUT',
    path: '/me/people/:person/account',
    summary: 'Sets the account to which one’s own grant, or that of a minor in one’s care, goes',
    tag,
    audience: 'person',
    params: z.object({ person: z.uuid() }),
    body: personAccountInput,
    answer: z.object({ account: personAccount.nullable() }),
  },
  readTemplate: {
    method: 'GET',
    path: '/organisations/:organisation/projects/:project/instalments',
    summary: 'How the grants of a project are paid',
    tag,
    audience: reading,
    params: project,
    answer: z.object({
      instalments: z.array(instalment),
      own: z.boolean().describe('False: the usual ones, as nobody has chosen others'),
      version: z.number().int().describe('0 for the usual ones'),
    }),
  },
  setTemplate: {
    method: 'PUT',
    path: '/organisations/:organisation/projects/:project/instalments',
    summary: 'Sets how the grants of a project are paid; together 100 %',
    tag,
    audience: editing,
    params: project,
    body: z.object({
      instalments: z.array(instalment).max(12),
      version: z.number().int().min(0).describe('As it was read'),
    }),
    answer: z.object({
      instalments: z.array(instalment),
      own: z.boolean(),
      version: z.number().int(),
    }),
  },
  listPayables: {
    method: 'GET',
    path: '/organisations/:organisation/projects/:project/payables',
    summary: 'The mobilities of a project with their instalments and what each waits for, by departure',
    tag,
    audience: reading,
    params: project,
    query: pageQuery.extend({
      search: z.string().max(200).optional(),
      flow: z.uuid().optional(),
      account: z.enum(['missing']).optional(),
    }),
    answer: pageOf(payable),
  },
  readStay: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/payments',
    summary: 'A mobility’s instalments and every payment for it',
    tag,
    audience: reading,
    params: mobility,
    answer: stay,
  },
  addPayment: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/payments',
    summary: 'Asks for a contribution or deposit, gives one back, or recovers what was paid too much',
    tag,
    audience: editing,
    params: mobility,
    body: z.object({
      kind: z.enum(kinds),
      amount: euros,
      purpose: z.string().trim().max(500).optional(),
      due: z.iso.date().optional(),
      note: z.string().trim().max(2000).optional(),
    }),
    answer: stay,
    status: 201,
  },
  settlePayment: {
    method: 'POST',
    path: '/organisations/:organisation/payments/:payment/settlement',
    summary: 'Marks a payment as paid on a day, or takes it back',
    tag,
    audience: editing,
    params: organisation.extend({ payment: z.uuid() }),
    body: z.object({
      paidOn: z.iso.date().nullable().describe('Null: it is cancelled'),
      version: z.number().int(),
    }),
    answer: payment,
  },
  readOwn: {
    method: 'GET',
    path: '/me/mobilities/:mobility/payments',
    summary: 'One’s own instalments, and what the next one waits for',
    tag,
    audience: 'person',
    params: z.object({ mobility: z.uuid() }),
    answer: stay.omit({ recover: true, number: true }),
  },
  prepareRun: {
    method: 'POST',
    path: '/organisations/:organisation/projects/:project/payment-runs',
    summary: 'Gathers the ready instalments of a project that are due until a day into one payment run',
    tag,
    audience: editing,
    params: project,
    body: z.object({
      executionDate: z.iso.date(),
      dueUntil: z.iso.date(),
      flow: z.uuid().optional().describe('Only this flow'),
      mobilities: z.array(z.uuid()).max(5000).optional().describe('Only these'),
    }),
    answer: runAnswer,
    status: 201,
  },
  listRuns: {
    method: 'GET',
    path: '/organisations/:organisation/payment-runs',
    summary: 'The organisation’s payment runs, the latest first',
    tag,
    audience: reading,
    params: organisation,
    query: pageQuery,
    answer: pageOf(runAnswer),
  },
  readRun: {
    method: 'GET',
    path: '/organisations/:organisation/payment-runs/:run',
    summary: 'One payment run with its payments',
    tag,
    audience: reading,
    params: run,
    answer: runAnswer.extend({ items: z.array(runPayment) }),
  },
  exportRun: {
    method: 'GET',
    path: '/organisations/:organisation/payment-runs/:run/file',
    summary: 'A payment run for the bank (SEPA credit transfer, pain.001.001.09) or as a spreadsheet',
    tag,
    audience: editing,
    params: run,
    query: z.object({ format: z.enum(['sepa', 'csv']) }),
    carries: 'bytes',
  },
  settleRun: {
    method: 'POST',
    path: '/organisations/:organisation/payment-runs/:run/settlement',
    summary: 'Marks all payments of a run as paid on a day, or cancels the run',
    tag,
    audience: editing,
    params: run,
    body: z.object({
      paidOn: z.iso.date().nullable().describe('Null: the run is cancelled, its instalments are open again'),
    }),
    answer: runAnswer,
  },
  importSettlement: {
    method: 'POST',
    path: '/organisations/:organisation/payment-runs/:run/import',
    summary:
      'Brings the spreadsheet of a run back: rows with a day in the column “paid” are paid, the others stay',
    tag,
    audience: editing,
    params: run,
    carries: 'upload',
    answer: runAnswer.extend({ paid: z.number().int(), unknown: z.array(z.string()) }),
  },
})
