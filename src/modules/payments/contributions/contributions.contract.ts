import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const flow = z.object({ organisation: z.uuid(), flow: z.uuid() })
const tag = 'contributions'

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
      kind: z.enum(['contribution', 'deposit']),
      purpose: z.string().nullable(),
      amount: z.number(),
      due: z.string().nullable(),
      open: z.number().int(),
      paid: z.number().int(),
      exempt: z.number().int(),
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
      kind: z.enum(['contribution', 'deposit']),
      amount: z.number().min(0.01).max(100_000).multipleOf(0.01).describe('Euros from each'),
      purpose: z.string().normalize('NFC').trim().min(1).max(500),
      due: z.iso.date().optional(),
      exempt: z.array(z.uuid()).max(5000).default([]).describe('Mobilities whose participant pays nothing'),
      reason: z.string().normalize('NFC').trim().max(500).optional().describe('Why they are exempt'),
    }),
    answer: shown,
    status: 201,
  },
})
