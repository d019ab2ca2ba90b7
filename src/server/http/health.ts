import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'

/** `/healthz`: the process lives. `/readyz`: the database answers and the schema is there. */
export function serveHealth(app: FastifyInstance, services: Services): void {
  app.get('/healthz', { config: { rateLimit: false } }, async () => ({ status: 'alive' }))
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await services.database.pool.query('select 1')
      return { status: 'ready' }
    } catch {
      return reply.status(503).send({ status: 'database-unreachable' })
    }
  })
}
