import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Endpoint } from '#shared/endpoint.ts'
import { problemCodes } from '#shared/problems.ts'
import type { Config } from '../config.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint
  }
}

/** What every refused request answers, for the API document. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(problemCodes),
    detail: z.string().optional(),
    reason: z
      .object({
        code: z.string(),
        values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      })
      .optional(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    changed: z
      .object({
        version: z.number().int(),
        fields: z.array(z.string()),
        by: z.string().nullable(),
        at: z.string().nullable(),
      })
      .optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' })

/** The API document at `/api/v1/openapi.json`, made from the contracts, and a page for people at `/api/docs`. */
export async function describeApi(
  app: FastifyInstance,
  config: Config,
  tags: readonly string[],
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'SoftMob',
        version: '1.0.0',
        description: 'Everything the SoftMob web client does, it does through this API.',
        contact: { name: 'SoftMob', url: config.publicUrl },
        license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      },
      servers: [{ url: '/' }],
      tags: tags.map((name) => ({ name, description: `Everything about ${name}` })),
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key of a person' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'softmob.session_token',
            description: 'A signed-in browser',
          },
          link: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: '`Link <secret>`: the bearer of a personal link',
          },
        },
      },
    },
    transform: (given) => {
      const endpoint = given.route.config?.endpoint
      if (!endpoint) return { schema: { hide: true }, url: given.url }
      const shown = jsonSchemaTransform(given)
      return { ...shown, schema: { ...shown.schema, security: securityOf(endpoint) } as typeof shown.schema }
    },
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document) as Document),
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  app.get('/api/v1/openapi.json', async () => app.swagger())
}

type Document = ReturnType<typeof jsonSchemaTransformObject> & {
  components?: { schemas?: Record<string, unknown> }
}

/** Leaves out named shapes and ways to sign in that nothing refers to. */
function withoutUnused(document: Document): Document {
  const text = JSON.stringify(document)
  const schemas = document.components?.schemas ?? {}
  for (const name of Object.keys(schemas))
    if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas[name]
  return document
}

function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (endpoint.audience === 'anyone') return []
  if (endpoint.audience === 'tutor-link') return [{ link: [] }]
  return [{ key: [] }, { session: [] }]
}
