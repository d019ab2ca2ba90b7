import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import * as shapes from './papers.shapes.contract.ts'

const mobility = z.object({ mobility: z.uuid() })
const paper = mobility.extend({ paper: shapes.kind })
const tag = 'own-papers'

const ownPapers = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  departure: z.string().nullable(),
  return: z.string().nullable(),
  papers: z.array(shapes.shownPaper),
  insurance: z
    .object({ insurer: z.string(), number: z.string().nullable(), emergencyPhone: z.string() })
    .nullable()
    .describe(
      'Whom to call when ill: insurer, number and phone of the one insurance that lasts for the stay',
    ),
  counts: shapes.paperCounts,
})

export const ownPapersContract = endpoints({
  list: {
    method: 'GET',
    path: '/me/papers',
    summary: 'What one needs for the own stays, and those of minors in one’s care',
    tag,
    audience: 'person',
    answer: z.object({ items: z.array(ownPapers) }),
  },
  save: {
    method: 'PUT',
    path: '/me/mobilities/:mobility/papers/:paper',
    summary: 'Hands in a paper: its kind, number, and until when it is valid',
    tag,
    audience: 'person',
    params: paper,
    body: shapes.paperInput.extend({ version: z.number().int().min(0) }),
    answer: ownPapers,
  },
  bringScan: {
    method: 'POST',
    path: '/me/mobilities/:mobility/papers/:paper/scan',
    summary: 'Adds a photo of a paper, where the school asks for one',
    tag,
    audience: 'person',
    params: paper,
    carries: 'upload',
    answer: z.object({ name: z.string(), size: z.number().int() }),
    status: 201,
  },
  removeScan: {
    method: 'DELETE',
    path: '/me/mobilities/:mobility/papers/:paper/scan',
    summary: 'Takes a photo back',
    tag,
    audience: 'person',
    params: paper,
  },
})
