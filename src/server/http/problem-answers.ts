import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Problem, type FieldError, type ProblemDetails } from '#shared/problems.ts'

/** Every refusal leaves as RFC 9457 problem details; nothing unexpected tells its inside. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, titled(new Problem('not-found'))))
}

/** Answers an error in the words of a problem. */
export function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const details = detailsOf(error, request)
  if (details.status >= 500 && details.code === 'unavailable') request.log.error({ error }, 'request failed')
  return sendProblem(reply, details)
}

function sendProblem(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  return reply
    .status(details.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(details))
}

function detailsOf(error: FastifyError, request: FastifyRequest): ProblemDetails {
  if (error instanceof Problem) return titled(error)
  if (hasZodFastifySchemaValidationErrors(error)) return fromSchema(error)
  const database = fromDatabase(error)
  if (database) return titled(database)
  if (error.statusCode === 429) return titled(new Problem('too-many-requests'))
  if (error.statusCode === 413) return titled(new Problem('too-large'))
  if (error.statusCode && error.statusCode < 500) {
    return titled(
      new Problem('invalid', {
        detail: 'The request could not be read.',
        errors: [{ field: 'body', code: 'unreadable', message: error.message }],
      }),
    )
  }
  request.log.error({ error }, 'unexpected error')
  return { type: 'about:blank', title: 'Something went wrong on our side', status: 500, code: 'unavailable' }
}

function titled(problem: Problem): ProblemDetails {
  return {
    type: `https://softmob.eu/problems/${problem.code}`,
    title: titles[problem.code],
    status: problem.status,
    code: problem.code,
    ...problem.details,
  }
}

const titles: Record<Problem['code'], string> = {
  'not-signed-in': 'Sign in first',
  'not-found': 'Not found',
  'not-allowed': 'Not allowed',
  invalid: 'Something in the request is not right',
  conflict: 'Somebody else changed this meanwhile',
  'not-possible': 'Not possible now',
  'too-many-requests': 'Too many requests',
  'too-large': 'Too large',
  unavailable: 'Not available',
}

/** Ids that are not UUIDs name nothing; other schema mistakes are told by field. */
function fromSchema(
  error: FastifyError & { validation: readonly unknown[]; validationContext?: string | undefined },
): ProblemDetails {
  if (error.validationContext === 'params') return titled(new Problem('not-found'))
  const issues = error.validation as SchemaIssue[]
  const errors: FieldError[] = issues.map((issue) => ({
    field: issue.instancePath.split('/').filter(Boolean).join('.') || 'body',
    message: issue.message ?? issue.keyword,
    ...(boundOf(issue) ?? { code: issue.keyword }),
  }))
  return titled(new Problem('invalid', { errors }))
}

interface SchemaIssue {
  instancePath: string
  keyword: string
  message?: string
  params?: { origin?: string; inclusive?: boolean; minimum?: unknown; maximum?: unknown }
}

/** A number beyond its bound is told the bound. */
function boundOf({ keyword, params }: SchemaIssue): Pick<FieldError, 'code' | 'values'> | null {
  if (params?.inclusive === false || !/^(number|int)$/.test(params?.origin ?? '')) return null
  const { minimum: least, maximum: most } = params ?? {}
  if (keyword === 'too_small' && typeof least === 'number') return { code: 'at-least', values: { least } }
  if (keyword === 'too_big' && typeof most === 'number') return { code: 'at-most', values: { most } }
  return null
}

/** What the database itself refuses: texts it cannot hold, rules that only it can guard under concurrency. */
function fromDatabase(error: unknown): Problem | null {
  const code = (error as { code?: unknown } | null)?.code
  if (code === '22021' || code === '22P05')
    return new Problem('invalid', {
      errors: [{ field: 'body', code: 'null-character', message: 'Text may not hold null characters.' }],
    })
  if (code === '22P02') return new Problem('not-found')
  if (code === '22003' || code === '22007' || code === '22008')
    return new Problem('invalid', {
      errors: [{ field: 'body', code: 'out-of-range', message: 'A number or date is out of range.' }],
    })
  if (code === '23505') return new Problem('conflict', { reason: { code: 'problems:reason.already-there' } })
  if (code === '23P01') return new Problem('conflict', { reason: { code: 'problems:reason.taken' } })
  if (code === '40001' || code === '40P01')
    return new Problem('conflict', { reason: { code: 'problems:reason.try-again' } })
  return null
}
