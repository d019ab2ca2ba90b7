import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { contactShape, mobilityRow } from './mobilities.shapes.contract.ts'

const mobility = z.object({ mobility: z.uuid() })
const problem = z.object({ kind: z.string().max(40), text: z.string().trim().min(1).max(4000) })

/** A mobility as the participant, the guardian or an accompanying person sees it on the phone. */
export const ownMobility = mobilityRow.omit({ version: true }).extend({
  role: z.enum(['participant', 'guardian', 'accompanying']),
  companyStage: z.enum(['proposed', 'confirmed', 'declined']).nullable(),
  workingHours: z.string().nullable(),
  workplaceAddress: z.string().nullable(),
  contacts: z.array(contactShape),
  helpers: z
    .array(
      z.object({
        role: z.string(),
        organisation: z.string(),
        name: z.string().nullable(),
        duty: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    )
    .describe('Who helps, first the one to ask first'),
  decision: z
    .enum(['accept', 'consent', 'waits-for-guardian', 'none'])
    .describe(
      'What the asking person is asked: to accept the place, to consent as guardian, to wait, nothing',
    ),
  canWithdraw: z.boolean(),
  dataChecked: z.boolean(),
  problems: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      at: z.iso.datetime(),
      answer: z.string().nullable(),
    }),
  ),
})

export const ownMobilitiesContract = endpoints({
  list: {
    method: 'GET',
    path: '/me/mobilities',
    summary: 'The own mobilities, and those of minors in one’s care; the one that comes next first',
    tag: 'own-mobilities',
    audience: 'person',
    answer: z.object({ items: z.array(ownMobility) }),
  },
  read: {
    method: 'GET',
    path: '/me/mobilities/:mobility',
    summary: 'One own mobility',
    tag: 'own-mobilities',
    audience: 'person',
    params: mobility,
    answer: ownMobility,
  },
  accept: {
    method: 'POST',
    path: '/me/mobilities/:mobility/acceptance',
    summary: 'Accepts the place as participant, or consents as guardian of a minor',
    tag: 'own-mobilities',
    audience: 'person',
    params: mobility,
    answer: ownMobility,
  },
  withdraw: {
    method: 'POST',
    path: '/me/mobilities/:mobility/withdrawal',
    summary: 'Withdraws before departure, with a reason',
    tag: 'own-mobilities',
    audience: 'person',
    params: mobility,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: ownMobility,
  },
  recordFact: {
    method: 'PUT',
    path: '/me/mobilities/:mobility/facts/:fact',
    summary: 'Says that something is so: arrived, for instance',
    tag: 'own-mobilities',
    audience: 'person',
    params: mobility.extend({ fact: z.string().max(60) }),
    answer: ownMobility,
  },
  reportProblem: {
    method: 'POST',
    path: '/me/mobilities/:mobility/problems',
    summary: 'Asks for help; sending and hosting staff see it at once and are mailed',
    tag: 'own-mobilities',
    audience: 'person',
    params: mobility,
    body: problem,
    status: 201,
    answer: z.object({ told: z.array(z.string()).describe('Names of the institutions that were told') }),
  },
})
