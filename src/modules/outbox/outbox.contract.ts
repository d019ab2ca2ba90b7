import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'

const tag = 'outbox'

const mail = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  to: z.string(),
  language: z.string(),
  kind: z.string().describe('What it is for, e.g. `invitation`'),
  subject: z.string(),
})

export const outboxContract = endpoints({
  listMails: {
    method: 'GET',
    path: '/outbox',
    summary: 'The mails of a demo, the newest first; not found where mails are really sent',
    tag,
    audience: 'person',
    query: pageQuery.extend({
      to: z.string().trim().max(200).optional().describe("Part of the recipient's address"),
    }),
    answer: pageOf(mail),
  },
  readMail: {
    method: 'GET',
    path: '/outbox/:mail',
    summary: 'One mail of a demo with its text',
    tag,
    audience: 'person',
    params: z.object({ mail: z.uuid() }),
    answer: mail.extend({
      text: z.string(),
      file: z.string().nullable().describe('Name of what it carries'),
    }),
  },
  readMailFile: {
    method: 'GET',
    path: '/outbox/:mail/file',
    summary: 'What a mail of a demo carries',
    tag,
    audience: 'person',
    params: z.object({ mail: z.uuid() }),
    carries: 'bytes',
  },
})
