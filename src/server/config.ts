import { join, resolve } from 'node:path'

/** All settings, read once from the environment; docs/operations.md lists them. */
export interface Config {
  port: number
  host: string
  /** The address that people use, without a trailing slash; links in mails begin with it. */
  publicUrl: string
  /** Where files, the embedded database and secrets are kept. */
  dataDirectory: string
  /** A PostgreSQL of the operator's; absent means the embedded one. */
  databaseUrl: string | undefined
  databaseConnections: number
  demo: boolean
  /** smtp:// or smtps:// URL; absent means that mail is kept in the outbox only. */
  smtpUrl: string | undefined
  mailFrom: string
  /** Requests a minute from one caller; 0 turns the limit off (behind a proxy that has its own). */
  rateLimit: number
  /** Number of reverse proxies in front whose forwarded address is believed. */
  trustedProxies: number
  logLevel: string
  /** Run background jobs in this process (turn off for pure web processes). */
  runJobs: boolean
}

/** Reads the settings; throws with the setting's name when one cannot be used. */
export function readConfig(env: Record<string, string | undefined>, given: Partial<Config> = {}): Config {
  const demo = given.demo ?? env['SOFTMOB_DEMO'] === '1'
  const port = given.port ?? wholeNumber(env, 'PORT', 3000)
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    publicUrl: (env['SOFTMOB_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    dataDirectory: resolve(env['SOFTMOB_DATA'] ?? (demo ? join('data', 'demo') : join('data', 'main'))),
    databaseUrl: env['DATABASE_URL'] || undefined,
    databaseConnections: wholeNumber(env, 'DATABASE_CONNECTIONS', 10),
    demo,
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['MAIL_FROM'] ?? 'SoftMob <softmob@localhost>',
    rateLimit: wholeNumber(env, 'SOFTMOB_RATE_LIMIT', 1200),
    trustedProxies: wholeNumber(env, 'TRUSTED_PROXIES', 0),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    runJobs: env['SOFTMOB_JOBS'] !== '0',
    ...given,
  }
}

function wholeNumber(env: Record<string, string | undefined>, name: string, fallback: number): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${text}".`)
  return value
}
