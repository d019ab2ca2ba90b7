import { APIError, createAuthMiddleware } from 'better-auth/api'
import { whyWeakPassword } from './password.rules.ts'

/** Where better-auth takes a new password. */
const takesPassword = ['/change-password', '/reset-password', '/set-password']

/** Holds a new password to the same rules as at set-up; the refusal carries the code of its words. */
export const refuseWeakNewPassword = createAuthMiddleware(async ({ path, body }) => {
  const given = (body as { newPassword?: unknown } | undefined)?.newPassword
  if (!takesPassword.includes(path) || typeof given !== 'string') return
  const why = whyWeakPassword(given)
  if (why)
    throw new APIError('UNPROCESSABLE_ENTITY', {
      code: why,
      message: 'Choose a longer password that is hard to guess.',
    })
})
