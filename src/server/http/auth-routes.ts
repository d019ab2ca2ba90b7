import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'

/** Hands `/api/auth/*` to better-auth as web requests. */
export async function serveAuth(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (auth) => {
    auth.removeContentTypeParser('application/json')
    auth.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    auth.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const headers = new Headers()
        for (const [name, value] of Object.entries(request.headers))
          if (typeof value === 'string') headers.set(name, value)
        const url = new URL(request.url, services.config.publicUrl)
        const body = request.method === 'POST' && typeof request.body === 'string' ? request.body : null
        const answer = await services.auth.handle(new Request(url, { method: request.method, headers, body }))
        reply.status(answer.status)
        for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
        const cookies = answer.headers.getSetCookie()
        if (cookies.length > 0) reply.header('set-cookie', cookies)
        return reply.send(answer.body ? await answer.text() : null)
      },
    })
  })
}
