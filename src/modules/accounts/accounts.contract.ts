import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { languageCodes } from '#shared/languages.ts'

const language = z.enum(languageCodes)

export const accountsContract = endpoints({
  instance: {
    method: 'GET',
    path: '/instance',
    summary:
      'What this SoftMob is: its version, whether it is a demo, whether it still needs its first organisation',
    tag: 'accounts',
    audience: 'anyone',
    answer: z.object({
      version: z.string(),
      demo: z.boolean(),
      needsSetUp: z.boolean(),
      demoSignIns: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
    }),
  },
  me: {
    method: 'GET',
    path: '/me',
    summary: 'The signed-in person, their organisations and what they may do there',
    tag: 'accounts',
    audience: 'person',
    answer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      language,
      memberships: z.array(
        z.object({
          organisation: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
          roles: z.array(z.string()),
          permissions: z.array(z.string()),
          portal: z.enum(['sending', 'hosting', 'company']),
        }),
      ),
      participations: z.number().int(),
      guardianships: z.number().int(),
    }),
  },
  updateMe: {
    method: 'PATCH',
    path: '/me',
    summary: 'Changes the own name or language',
    tag: 'accounts',
    audience: 'person',
    body: z.object({ name: z.string().trim().min(1).max(200).optional(), language: language.optional() }),
    answer: z.object({ name: z.string(), language }),
  },
  sessions: {
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where one is signed in',
    tag: 'accounts',
    audience: 'person',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          since: z.iso.datetime(),
          until: z.iso.datetime(),
          device: z.string().nullable(),
          address: z.string().nullable(),
        }),
      ),
    }),
  },
  endSession: {
    method: 'DELETE',
    path: '/me/sessions/:session',
    summary: 'Signs one device out',
    tag: 'accounts',
    audience: 'person',
    params: z.object({ session: z.string().max(100) }),
  },
  keys: {
    method: 'GET',
    path: '/me/api-keys',
    summary: 'The own API keys, without their secrets',
    tag: 'accounts',
    audience: 'person',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          hint: z.string(),
          createdAt: z.iso.datetime(),
          lastUsedAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  },
  createKey: {
    method: 'POST',
    path: '/me/api-keys',
    summary: 'Makes an API key; its secret is answered this once',
    tag: 'accounts',
    audience: 'person',
    body: z.object({ name: z.string().trim().min(1).max(100) }),
    answer: z.object({ id: z.string(), name: z.string(), key: z.string() }),
    status: 201,
  },
  revokeKey: {
    method: 'DELETE',
    path: '/me/api-keys/:key',
    summary: 'Ends an API key at once',
    tag: 'accounts',
    audience: 'person',
    params: z.object({ key: z.uuid() }),
  },
})
