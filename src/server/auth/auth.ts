import type { IncomingHttpHeaders } from 'node:http'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { refuseWeakNewPassword } from './password-hook.ts'

export interface Session {
  user: { id: string; name: string; email: string; language: string }
  session: { id: string }
}

/** Identity: sessions, passwords and magic links by better-auth. Memberships and permissions are ours. */
export interface Auth {
  handle(request: Request): Promise<Response>
  sessionOf(headers: IncomingHttpHeaders): Promise<Session | null>
  /** Creates a user; the password may be left out for people who sign in by magic link. Answers the user's id. */
  createUser(user: {
    email: string
    name: string
    language: string
    password?: string
    verified?: boolean
  }): Promise<string>
  setPassword(userId: string, password: string): Promise<void>
}

export type SendSignInMail = (mail: {
  kind: 'magic-link' | 'reset-password'
  email: string
  url: string
}) => Promise<void>

/** Opens better-auth on the schema `identity`. Signing up alone is not possible: people come by set-up or invitation. */
export function openAuth(config: Config, secret: string, database: Database, sendMail: SendSignInMail): Auth {
  const auth = betterAuth({
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: database.identity.withSchema('identity'), type: 'postgres' },
    telemetry: { enabled: false },
    trustedOrigins: [config.publicUrl, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`],
    user: { additionalFields: { language: { type: 'string', defaultValue: 'en', input: false } } },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      sendResetPassword: async ({ user, url }) =>
        sendMail({ kind: 'reset-password', email: user.email, url }),
    },
    hooks: { before: refuseWeakNewPassword },
    rateLimit: {
      enabled: config.rateLimit > 0,
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: { useSecureCookies: config.publicUrl.startsWith('https:'), cookiePrefix: 'softmob' },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 60 * 15,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, url }) => sendMail({ kind: 'magic-link', email, url }),
      }),
    ],
  })
  return {
    handle: (request) => auth.handler(request),
    sessionOf: async (headers) => {
      if (!headers.cookie) return null
      const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) })
      return found as Session | null
    },
    createUser: async (user) => {
      const context = await auth.$context
      const created = await context.internalAdapter.createUser(
        {
          email: user.email.toLowerCase(),
          name: user.name,
          emailVerified: user.verified ?? false,
          language: user.language,
        },
        { method: 'email-password' },
      )
      if (user.password !== undefined) {
        await context.internalAdapter.linkAccount({
          userId: created.id,
          providerId: 'credential',
          accountId: created.id,
          password: await context.password.hash(user.password),
        })
      }
      return created.id
    },
    setPassword: async (userId, password) => {
      const context = await auth.$context
      await context.internalAdapter.updatePassword(userId, await context.password.hash(password))
    },
  }
}
