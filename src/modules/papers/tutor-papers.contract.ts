import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { certificateKinds } from './kinds.rules.ts'

export const tutorPapersContract = endpoints({
  certificates: {
    method: 'GET',
    path: '/tutor/certificates',
    summary:
      'Which certificates the company’s positions demand of its trainees, and whether somebody has looked at them',
    tag: 'papers',
    audience: 'tutor-link',
    answer: z.object({
      items: z.array(
        z.object({
          mobilityId: z.string(),
          kind: z.enum(certificateKinds),
          seen: z.boolean().describe('Somebody of the sender or host has looked at it, and it is right'),
        }),
      ),
    }),
  },
})
