import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { languageCodes } from '#shared/languages.ts'
import { linkDays, problemKinds } from './tutor-links.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const linkParams = organisation.extend({ link: z.uuid() })
const mobilityParams = z.object({ mobility: z.uuid() })
const day = z.string().nullable()

const linkRow = z.object({
  id: z.string(),
  company: z.object({ id: z.string(), name: z.string() }),
  tutorName: z.string(),
  tutorEmail: z.string().nullable(),
  state: z.enum(['open', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  createdBy: z.string(),
})

const contact = z.object({
  role: z.string(),
  duty: z.string(),
  organisation: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})

const tutorTask = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string().nullable(),
  due: day,
  state: z.enum(['open', 'done', 'waived']),
  blocked: z.boolean(),
  byFact: z.boolean(),
})

const trainee = z.object({
  id: z.string(),
  number: z.number().int(),
  name: z.string(),
  phone: z.string().nullable(),
  language: z.string(),
  status: z.string(),
  departure: day,
  return: day,
  sender: z.string(),
  stage: z.enum(['proposed', 'confirmed', 'declined']).nullable(),
  workingHours: z.string().nullable(),
  workplaceAddress: z.string().nullable(),
  tasks: z.array(tutorTask),
  contacts: z.array(contact),
})

const secret = z.object({
  id: z.string(),
  url: z.string(),
  qr: z.string().describe('The address as a QR code, an SVG picture'),
  expiresAt: z.iso.datetime(),
})

export const tutorLinksContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/tutor-links',
    summary: 'The personal links that this organisation gave to tutors, newest first',
    tag: 'tutor-links',
    audience: { permission: 'links.issue' },
    params: organisation,
    query: z.object({ company: z.uuid().optional() }),
    answer: z.object({ items: z.array(linkRow) }),
  },
  issue: {
    method: 'POST',
    path: '/organisations/:organisation/tutor-links',
    summary:
      "Makes a personal link for a company's tutor; its secret is answered this once and mailed on wish",
    tag: 'tutor-links',
    audience: { permission: 'links.issue' },
    params: organisation,
    body: z.object({
      companyId: z.uuid(),
      tutorName: z.string().trim().min(1).max(200),
      tutorEmail: z.email().max(254).nullish(),
      language: z.enum(languageCodes).default('en'),
      days: z.number().int().min(linkDays.least).max(linkDays.most).default(linkDays.usual),
      send: z.boolean().default(true),
    }),
    answer: secret,
    status: 201,
  },
  revoke: {
    method: 'DELETE',
    path: '/organisations/:organisation/tutor-links/:link',
    summary: 'Ends a personal link at once',
    tag: 'tutor-links',
    audience: { permission: 'links.issue' },
    params: linkParams,
  },
  home: {
    method: 'GET',
    path: '/tutor',
    summary: "The company's trainees as their tutor sees them",
    tag: 'tutor-links',
    audience: 'tutor-link',
    answer: z.object({
      tutor: z.object({ name: z.string(), email: z.string().nullable(), language: z.string() }),
      company: z.object({ name: z.string(), town: z.string().nullable() }),
      until: z.iso.datetime(),
      hasAccount: z.boolean(),
      byInvitation: z
        .boolean()
        .describe('The link becomes no account: the company’s people are invited by the company'),
      offered: z
        .number()
        .int()
        .describe('How many placements wait for the company’s answer: GET /tutor/placements'),
      trainees: z.array(trainee).describe('Those whom the company takes, and those named for it outright'),
    }),
  },
  confirm: {
    method: 'POST',
    path: '/tutor/mobilities/:mobility/confirmation',
    summary: 'Confirms that the company takes this trainee',
    tag: 'tutor-links',
    audience: 'tutor-link',
    params: mobilityParams,
    body: z.object({
      workingHours: z.string().trim().max(300).nullish(),
      workplaceAddress: z.string().trim().max(500).nullish(),
      phone: z.string().trim().max(50).nullish(),
    }),
  },
  decline: {
    method: 'POST',
    path: '/tutor/mobilities/:mobility/refusal',
    summary: 'Declines a trainee, with the reason',
    tag: 'tutor-links',
    audience: 'tutor-link',
    params: mobilityParams,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  },
  reportProblem: {
    method: 'POST',
    path: '/tutor/mobilities/:mobility/problems',
    summary: 'Reports a problem; the host and the sender are told at once',
    tag: 'tutor-links',
    audience: 'tutor-link',
    params: mobilityParams,
    body: z.object({ kind: z.enum(problemKinds), text: z.string().trim().max(4000).default('') }),
    status: 201,
    answer: z.object({ told: z.array(z.string()).describe('Names of those who were told') }),
  },
  completeTask: {
    method: 'POST',
    path: '/tutor/tasks/:task/completion',
    summary: "Ticks one of the company's own tasks",
    tag: 'tutor-links',
    audience: 'tutor-link',
    params: z.object({ task: z.uuid() }),
  },
  becomeAccount: {
    method: 'POST',
    path: '/tutor/account',
    summary: 'Turns the link into an account with a password',
    tag: 'tutor-links',
    audience: 'tutor-link',
    body: z.object({
      email: z.email().max(254),
      name: z.string().trim().min(1).max(200),
      password: z.string().max(500),
    }),
    answer: z.object({ email: z.string() }),
    status: 201,
  },
})
