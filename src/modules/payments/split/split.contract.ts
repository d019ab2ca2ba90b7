import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const flow = z.object({ organisation: z.uuid(), flow: z.uuid() })
const tag = 'support-split'
const answer = z.object({
  kind: z.enum(['per-participant', 'percent']).nullable(),
  value: z.number().nullable(),
  note: z.string().nullable(),
  host: z.string().nullable(),
  participants: z.number().int(),
  support: z
    .number()
    .describe('Organisational support of the flow’s mobilities, each as the first of its kind'),
  hostShare: z.number().nullable(),
  paid: z.number().describe('Asked for or paid to the host already'),
  version: z.number().int(),
})

export const splitContract = endpoints({
  read: {
    method: 'GET',
    path: '/organisations/:organisation/flows/:flow/support-split',
    summary: 'How a flow’s organisational support is shared with its host',
    tag,
    audience: { permission: 'money.read' },
    params: flow,
    answer,
  },
  save: {
    method: 'PUT',
    path: '/organisations/:organisation/flows/:flow/support-split',
    summary: 'Sets the host’s share: euros per participant, or a percentage',
    tag,
    audience: { permission: 'money.edit' },
    params: flow,
    body: z.object({
      kind: z.enum(['per-participant', 'percent']),
      value: z.number().min(0).max(100_000).multipleOf(0.01),
      note: z.string().normalize('NFC').trim().max(1000).optional(),
      version: z.number().int().min(0),
    }),
    answer,
  },
  ask: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/support-split/payment',
    summary: 'Writes down what is still to be paid to the host as an open payment',
    tag,
    audience: { permission: 'money.edit' },
    params: flow,
    body: z.object({ due: z.iso.date().optional() }),
    answer,
    status: 201,
  },
})
