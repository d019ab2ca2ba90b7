import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Services } from '../context.ts'
import type { ModuleRoutes } from './routes.ts'
import { mount } from './routes.ts'
import { answerProblems, refuse } from './problem-answers.ts'
import { describeApi } from './openapi.ts'
import { serveAuth } from './auth-routes.ts'
import { serveClient } from './client.ts'
import { serveHealth } from './health.ts'
import { measure } from './metrics.ts'

/** Builds the HTTP side of SoftMob on given services; tests inject requests into it without a port. */
export async function buildApp(
  services: Services,
  modules: readonly ModuleRoutes[],
): Promise<FastifyInstance> {
  const { config } = services
  const app: FastifyInstance = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    trustProxy: config.trustedProxies > 0 ? trustFirst(config.trustedProxies) : false,
    bodyLimit: 2 * 1024 * 1024,
    disableRequestLogging: true,
    routerOptions: { ignoreTrailingSlash: true },
    // An address that no route can read is refused like everything else.
    frameworkErrors: (error, request, reply) => refuse(error, request, reply),
    genReqId: () => randomBytes(8).toString('hex'),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('actor')
  answerProblems(app)
  measure(app)
  await secure(app, services)
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] })
  await app.register(multipart, { limits: { fileSize: 25 * 1024 * 1024, files: 1, fields: 30 } })
  serveHealth(app, services)
  await serveAuth(app, services)
  await describeApi(app, config, tagsOf(modules))
  await app.register(
    async (api) => {
      for (const module of modules) mount(api, services, module)
    },
    { prefix: '/api/v1' },
  )
  await serveClient(app, config)
  return app
}

function tagsOf(modules: readonly ModuleRoutes[]): string[] {
  return [
    ...new Set(modules.flatMap((module) => Object.values(module.contract).map((endpoint) => endpoint.tag))),
  ].sort()
}

async function secure(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets the style attribute of elements; it never runs script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: services.config.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: services.config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  })
  if (services.config.rateLimit > 0) {
    await app.register(rateLimit, {
      max: services.config.rateLimit,
      timeWindow: '1 minute',
      keyGenerator: (request) => request.headers.authorization ?? request.ip,
    })
  }
}

/** Believes the forwarded address of this many proxies in front. */
const trustFirst =
  (proxies: number) =>
  (_address: string, hop: number): boolean =>
    hop < proxies
