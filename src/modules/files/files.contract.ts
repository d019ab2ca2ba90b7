import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const organisation = z.object({ organisation: z.uuid() })
const stored = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.number().int().describe('Bytes'),
})

export const filesContract = endpoints({
  bring: {
    method: 'POST',
    path: '/organisations/:organisation/files',
    summary: 'Keeps a picture or PDF as evidence; the field `purpose` says of what',
    tag: 'files',
    audience: { permission: 'expenses.enter' },
    params: organisation,
    carries: 'upload',
    answer: stored,
    status: 201,
  },
  show: {
    method: 'GET',
    path: '/organisations/:organisation/files/:file',
    summary: 'A file that was kept as evidence',
    tag: 'files',
    audience: { permission: 'expenses.enter' },
    params: organisation.extend({ file: z.uuid() }),
    carries: 'bytes',
  },
  bringOwn: {
    method: 'POST',
    path: '/me/mobilities/:mobility/files',
    summary:
      'Keeps a participant’s picture or PDF of a receipt; with the field `purpose` as `cv`, a CV for companies',
    tag: 'files',
    audience: 'person',
    params: z.object({ mobility: z.uuid() }),
    carries: 'upload',
    answer: stored,
    status: 201,
  },
  showOwn: {
    method: 'GET',
    path: '/me/files/:file',
    summary: 'A file of one’s own stay',
    tag: 'files',
    audience: 'person',
    params: z.object({ file: z.uuid() }),
    carries: 'bytes',
  },
})
