import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const named = z.object({ id: z.string(), name: z.string() })
const sums = {
  ordered: z.number().describe('What was ordered, or what the cancellation costs'),
  invoiced: z.number().describe('Less what was credited'),
  paid: z.number(),
  open: z.number().describe('Ordered and not paid yet'),
  offered: z.number().describe('Quoted, and not decided yet'),
}

export const projectOrdersContract = endpoints({
  ordersOfProject: {
    method: 'GET',
    path: '/organisations/:organisation/projects/:project/orders',
    summary: 'What the flows of a project cost at their hosts: ordered, paid, open, and offered',
    tag: 'orders',
    audience: { permission: 'money.read' },
    params: z.object({ organisation: z.uuid(), project: z.uuid() }),
    answer: z.object({
      items: z.array(
        z.object({
          requestId: z.string(),
          title: z.string(),
          host: named,
          flow: named,
          state: z.enum(['quoted', 'ordered', 'cancelled']),
          startsOn: z.string(),
          endsOn: z.string(),
          currency: z.string(),
          ...sums,
        }),
      ),
      totals: z.array(z.object({ currency: z.string(), ...sums })).describe('One line a currency'),
    }),
  },
})
