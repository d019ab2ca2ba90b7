import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'

const flow = z.object({ organisation: z.uuid(), flow: z.uuid() })
const tag = 'contributions'

const collectedKinds = ['contribution', 'deposit'] as const
/** What participants are asked for. */
export type CollectedKind = (typeof collectedKinds)[number]

const shown = z.object({
  people: z
    .array(
      z.object({
        mobilityId: z.string(),
        participant: z.string(),
        fewerOpportunities: z.boolean(),
      }),
    )
    .describe('Those of the flow who have accepted'),
  asked: z.array(
    z.object({
      kind: z.enum(collectedKinds),
      purpose: z.string().nullable(),
      amount: z.number(),
      due: z.string().nullable(),
      open: z.number().int(),
      paid: z.number().int(),
      exempt: z.number().int(),
      returned: z.number().int().describe('To whom it was given back, or is to be'),
    }),
  ),
})

export const contributionsContract = endpoints({
  read: {
    method: 'GET',
    path: '/organisations/:organisation/flows/:flow/contributions',
    summary: 'Contributions and deposits asked from a flow’s participants, and who could be asked',
    tag,
    audience: { permission: 'money.read' },
    params: flow,
    answer: shown,
  },
  ask: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/contributions',
    summary: 'Asks all participants of a flow for a contribution or deposit, but for those who are exempt',
    tag,
    audience: { permission: 'money.edit' },
    params: flow,
    body: z.object({
      kind: z.enum(collectedKinds),
      amount: z.number().min(0.01).max(100_000).multipleOf(0.01).describe('Euros from each'),
      purpose: z.string().normalize('NFC').trim().min(1).max(500),
      due: z.iso.date().optional(),
      exempt: z.array(z.uuid()).max(5000).default([]).describe('Mobilities whose participant pays nothing'),
      reason: z.string().normalize('NFC').trim().max(500).optional().describe('Why they are exempt'),
    }),
    answer: shown,
    status: 201,
  },
  giveBack: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/contributions/return',
    summary: 'Gives back to everybody what they have paid for a purpose; a payment run takes it with it',
    tag,
    audience: { permission: 'money.edit' },
    params: flow,
    body: z.object({
      kind: z.enum(collectedKinds),
      purpose: z.string().normalize('NFC').trim().min(1).max(500),
      due: z.iso.date().optional(),
    }),
    answer: shown,
    status: 201,
  },
  listPayments: {
    method: 'GET',
    path: '/organisations/:organisation/flows/:flow/payments',
    summary: 'A flow’s payments beside the instalments, what is open first',
    tag,
    audience: { permission: 'money.read' },
    params: flow,
    query: pageQuery.extend({ state: z.enum(['open', 'in-run', 'paid', 'exempt']).optional() }),
    answer: pageOf(
      z.object({
        id: z.string(),
        mobilityId: z.string().nullable(),
        who: z.string(),
        kind: z.string(),
        amount: z.number(),
        purpose: z.string().nullable(),
        due: z.string().nullable(),
        state: z.enum(['open', 'in-run', 'paid', 'exempt']),
        paidOn: z.string().nullable(),
      }),
    ),
  },
  settlePayments: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/payments/settlement',
    summary: 'Marks many of a flow’s payments as paid on a day, or takes them back; an answer for each',
    tag,
    audience: { permission: 'money.edit' },
    params: flow,
    body: z.object({
      ids: z.array(z.uuid()).min(1).max(5000),
      paidOn: z.iso.date().nullable().describe('Null: they are taken back'),
    }),
    answer: z.object({
      done: z.number().int(),
      skipped: z.array(
        z.object({
          id: z.string(),
          why: z.enum(['paid', 'in-run', 'cancelled', 'exempt', 'not-there']),
        }),
      ),
    }),
  },
})
