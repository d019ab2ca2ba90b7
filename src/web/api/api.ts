import type { Answer, Call, Endpoint } from '#shared/endpoint.ts'
import type { ProblemDetails } from '#shared/problems.ts'
import type { AllEndpoints } from '#modules/all-contracts.ts'

/** `GET /organisations/:organisation/mobilities` → its endpoint. Types only: no schema reaches the browser this way. */
export type EndpointsByKey = { [E in AllEndpoints as `${E['method']} ${E['path']}`]: E }
export type EndpointKey = keyof EndpointsByKey & string
export type AnswerOf<K extends EndpointKey> = EndpointsByKey[K] extends Endpoint
  ? Answer<EndpointsByKey[K]>
  : never

/** A refused request, as the server explained it. */
export class ApiProblem extends Error {
  readonly details: ProblemDetails
  constructor(details: ProblemDetails) {
    super(details.title)
    this.name = 'ApiProblem'
    this.details = details
  }
}

interface Sent {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  version?: number
}

/** The path of an endpoint with its parameters filled in and its query added; for links and downloads. */
export function apiPath(key: EndpointKey, sent: Sent = {}): string {
  const path = key.slice(key.indexOf(' ') + 1)
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(sent.params?.[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(sent.query ?? {})) {
    if (Array.isArray(value)) for (const one of value) query.append(name, String(one))
    else if (value !== undefined && value !== null && value !== '') query.append(name, String(value))
  }
  const search = query.toString()
  return `/api/v1${filled}${search ? `?${search}` : ''}`
}

/**
 * Calls an endpoint of the public API, typed by its contract: `api('GET /me')`.
 * Throws `ApiProblem` with the server's explanation. A repeatable write passes its own `idempotencyKey`.
 */
export async function api<K extends EndpointKey>(
  key: K,
  ...rest: object extends Call<EndpointsByKey[K]>
    ? [sent?: Call<EndpointsByKey[K]>, options?: ApiOptions]
    : [sent: Call<EndpointsByKey[K]>, options?: ApiOptions]
): Promise<AnswerOf<K>> {
  const [sent, options] = rest as unknown as [Sent | undefined, ApiOptions | undefined]
  const headers: Record<string, string> = { accept: 'application/json' }
  const body = bodyOf(sent?.body, headers)
  if (sent?.version !== undefined) headers['if-match'] = `"${sent.version}"`
  if (options?.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  if (options?.tutorLink) headers['authorization'] = `Link ${options.tutorLink}`
  const response = await fetch(apiPath(key, sent), {
    method: key.slice(0, key.indexOf(' ')),
    headers,
    body,
    credentials: 'same-origin',
    signal: options?.signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem({ type: 'about:blank', title: 'Offline', status: 0, code: 'unavailable' })
  })
  if (!response.ok) throw new ApiProblem(await problemOf(response))
  if (response.status === 204) return undefined as AnswerOf<K>
  return (await response.json()) as AnswerOf<K>
}

export interface ApiOptions {
  idempotencyKey?: string
  /** The secret of a tutor's personal link, in place of a session. */
  tutorLink?: string
  signal?: AbortSignal
}

function bodyOf(body: unknown, headers: Record<string, string>): BodyInit | null {
  if (body === undefined) return null
  if (body instanceof FormData) return body
  headers['content-type'] = 'application/json'
  return JSON.stringify(body)
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  const fallback: ProblemDetails = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'unavailable',
  }
  try {
    return (await response.json()) as ProblemDetails
  } catch {
    return fallback
  }
}
