import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerInput, Endpoint, Request } from '#shared/endpoint.ts'
import { z } from 'zod'
import { invalidField } from '#shared/problems.ts'
import type { Actor } from '../actor.ts'
import { runAs, type Context, type Services } from '../context.ts'
import { problemSchema } from './openapi.ts'
import { actorFor } from './actor-of-request.ts'
import { answerOnce } from './idempotency.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
  }
}

/** A file as an answer. */
export interface FileAnswer {
  fileName: string
  contentType: string
  bytes: Uint8Array | NodeJS.ReadableStream
}

/** An uploaded file, already under the size limit; `fields` are the form's other fields. */
export interface Upload {
  fileName: string
  bytes: Uint8Array
  fields: Record<string, string>
}

export interface Asked<E extends Endpoint> extends Request<E> {
  /** From `If-Match`, on versioned endpoints. */
  version: E['versioned'] extends true ? number : undefined
  upload: E['carries'] extends 'upload' ? Upload : undefined
}

type Result<E extends Endpoint> = E['carries'] extends 'bytes' ? FileAnswer : AnswerInput<E>

/** Contract to action, nothing else. */
export type Handlers<C extends Record<string, Endpoint>> = {
  [K in keyof C]: (context: Context, asked: Asked<C[K]>) => Promise<Result<C[K]>>
}

export interface ModuleRoutes {
  contract: Record<string, Endpoint>
  handlers: Record<string, (context: Context, asked: never) => Promise<unknown>>
}

/** Joins a contract with its handlers; a missing or mistyped one does not compile. */
export function routes<C extends Record<string, Endpoint>>(contract: C, handlers: Handlers<C>): ModuleRoutes {
  return { contract, handlers: handlers as ModuleRoutes['handlers'] }
}

/** Mounts a module's endpoints below `/api/v1`. */
export function mount(app: FastifyInstance, services: Services, module: ModuleRoutes): void {
  for (const [name, endpoint] of Object.entries(module.contract)) {
    const handler = module.handlers[name]
    if (!handler) throw new Error(`No handler for ${endpoint.method} ${endpoint.path}`)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: schemaOf(endpoint, name),
      config: { endpoint },
      // Before validation: a stranger learns nothing from how a body is refused.
      preValidation: async (request) => {
        request.actor = await actorFor(services, endpoint, request)
      },
      handler: (request, reply) => handle(services, endpoint, handler, request, reply),
    })
  }
}

async function handle(
  services: Services,
  endpoint: Endpoint,
  handler: ModuleRoutes['handlers'][string],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { actor } = request
  const version = endpoint.versioned ? versionOf(request) : undefined
  const upload = endpoint.carries === 'upload' ? await uploadOf(request) : undefined
  const asked = {
    params: request.params,
    query: request.query,
    body: request.body,
    version,
    upload,
  } as never
  const readOnly = endpoint.method === 'GET'
  const answer = await answerOnce(services, actor, request, readOnly, () =>
    runAs(services, actor, (context) => handler(context, asked), { readOnly }),
  )
  return send(endpoint, reply, answer)
}

function send(endpoint: Endpoint, reply: FastifyReply, answer: unknown): unknown {
  if (endpoint.carries === 'bytes') {
    const file = answer as FileAnswer
    return reply
      .header('content-type', file.contentType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : file.bytes)
  }
  if (!endpoint.answer) return reply.status(204).send()
  const version = (answer as { version?: unknown } | null)?.version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
  return reply.status(endpoint.status ?? 200).send(answer)
}

function schemaOf(endpoint: Endpoint, name: string): Record<string, unknown> {
  return {
    operationId: `${endpoint.tag}-${name}`,
    summary: endpoint.summary,
    description: `${endpoint.summary}. ${audienceInWords(endpoint)}`,
    tags: [endpoint.tag],
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body && endpoint.carries !== 'upload' ? { body: endpoint.body } : {}),
    response: {
      ...successOf(endpoint),
      '4xx': {
        description: 'Refused, with the reason',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  }
}

function successOf(endpoint: Endpoint): Record<string, unknown> {
  if (endpoint.answer) return { [endpoint.status ?? 200]: endpoint.answer }
  if (endpoint.carries === 'bytes') return { 200: z.any().describe('The file') }
  return { 204: z.undefined().describe('Done') }
}

function audienceInWords({ audience }: Endpoint): string {
  if (audience === 'anyone') return 'Open to anyone.'
  if (audience === 'person') return 'For any signed-in person, about themselves.'
  if (audience === 'tutor-link') return 'For the bearer of a personal link.'
  return `For members of the organisation whose role carries \`${audience.permission}\`.`
}

function versionOf(request: FastifyRequest): number {
  const header = request.headers['if-match']
  const version = Number(/^(?:W\/)?"?(\d+)"?$/.exec(header ?? '')?.[1])
  if (!header)
    throw invalidField('If-Match', 'version-needed', 'Send the version you read in the If-Match header.')
  if (!Number.isInteger(version))
    throw invalidField('If-Match', 'version-unreadable', 'If-Match must hold a version number.')
  return version
}

async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart())
    throw invalidField('file', 'file-needed', 'Send the file as multipart/form-data.')
  const fields: Record<string, string> = {}
  let file: { fileName: string; bytes: Uint8Array } | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { fileName: part.filename, bytes: await part.toBuffer() }
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  if (!file) throw invalidField('file', 'file-needed', 'Choose a file.')
  return { ...file, fields }
}
