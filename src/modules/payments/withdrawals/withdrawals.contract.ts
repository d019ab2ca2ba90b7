import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const mobility = z.object({ organisation: z.uuid(), mobility: z.uuid() })
const tag = 'withdrawals'
const euros = z.number().min(0).max(1_000_000).multipleOf(0.01)
const cost = z.object({
  about: z.string().normalize('NFC').trim().min(1).max(300),
  amount: euros,
  refunded: euros,
  kept: z.boolean().describe('Stays with the participant, as the agency accepts it'),
})
const answer = z.object({
  state: z.enum(['none', 'open', 'settled']),
  possible: z.boolean().describe('The mobility is withdrawn or cancelled'),
  reason: z.string(),
  forceMajeure: z.boolean(),
  costs: z.array(cost),
  paid: z.number().describe('Euros paid to the participant so far'),
  spent: z.number(),
  refunded: z.number(),
  kept: z.number(),
  toReturn: z.number(),
  version: z.number().int(),
})

export const withdrawalsContract = endpoints({
  read: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/withdrawal',
    summary: 'What a withdrawal has cost, and what comes back',
    tag,
    audience: { permission: 'money.read' },
    params: mobility,
    answer,
  },
  save: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/withdrawal',
    summary: 'Writes down what was spent already for a withdrawn mobility',
    tag,
    audience: { permission: 'money.edit' },
    params: mobility,
    body: z.object({
      reason: z.string().normalize('NFC').trim().min(1).max(1000),
      forceMajeure: z.boolean(),
      costs: z.array(cost).max(50),
      version: z.number().int().min(0),
    }),
    answer,
  },
  settle: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/withdrawal/settlement',
    summary: 'Settles a withdrawal: what is to be returned becomes an open payment',
    tag,
    audience: { permission: 'money.edit' },
    params: mobility,
    body: z.object({ version: z.number().int() }),
    answer,
  },
})
