import type { ProblemDetails } from '#shared/problems.ts'
import { ApiProblem } from '#web/api/api.ts'

/** Somebody who is signed in on this device, as the session says. */
export interface SessionAnswer {
  user: { id: string; name: string; email: string }
  session: { id: string }
}

/** Refusals that belong to a field. */
const fieldOf: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'password',
  INVALID_PASSWORD: 'currentPassword',
}

/**
 * Calls one of the sign-in addresses below `/api/auth`. A refusal is thrown as `ApiProblem`: at the field of the password
 * where that is weak, else with a reason whose words are `accounts:auth.<code>`.
 */
export async function authPost(path: string, body: object): Promise<void> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new ApiProblem(await refusalOf(response))
}

/** Who is signed in here; null for nobody. Asking does not send anybody to the sign-in page. */
export async function readSession(): Promise<SessionAnswer | null> {
  const response = await send('/get-session', { method: 'GET' })
  if (!response.ok) throw new ApiProblem(await refusalOf(response))
  return (await response.json()) as SessionAnswer | null
}

async function send(path: string, init: RequestInit): Promise<Response> {
  return fetch(`/api/auth${path}`, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new ApiProblem({ type: 'about:blank', title: 'Offline', status: 0, code: 'unavailable' })
  })
}

async function refusalOf(response: Response): Promise<ProblemDetails> {
  const { code, message } = await response
    .json()
    .then((body) => body as { code?: string; message?: string } | null)
    .then((body) => body ?? {})
    .catch(() => ({ code: undefined, message: undefined }))
  const about = { type: 'about:blank', title: message ?? response.statusText, status: response.status }
  if (response.status === 429) return { ...about, code: 'too-many-requests' }
  if (response.status >= 500) return { ...about, code: 'unavailable' }
  const field = code?.startsWith('password-') ? 'newPassword' : fieldOf[code ?? '']
  if (code && field) {
    const words = field === 'newPassword' ? code : `accounts:auth.${code}`
    return { ...about, code: 'invalid', errors: [{ field, code: words, message: message ?? '' }] }
  }
  return { ...about, code: 'not-possible', reason: { code: `accounts:auth.${code ?? 'FAILED'}` } }
}
