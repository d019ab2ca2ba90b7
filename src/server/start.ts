import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allJobs } from '#modules/all-jobs.ts'
import { allProjections } from '#modules/all-projections.ts'
import { allRoutes } from '#modules/all-routes.ts'
import { sendSignInMail } from '#modules/accounts/sign-in-mail.ts'
import type { Config } from './config.ts'
import { openAuth } from './auth/auth.ts'
import type { Services } from './context.ts'
import { openDatabase } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { buildApp } from './http/app.ts'
import { openJobs } from './jobs/jobs.ts'
import { openLog } from './log.ts'

/** A running SoftMob without its HTTP port: what tests, the command line and `main.ts` share. */
export interface Running {
  services: Services
  app: Awaited<ReturnType<typeof buildApp>>
  stop(): Promise<void>
}

/** Migrates the database and opens all services on it. `clock` is an argument so that tests own time. */
export async function startServices(
  config: Config,
  databaseUrl: string,
  clock: () => Date = () => new Date(),
): Promise<Running> {
  await migrate(databaseUrl)
  const log = openLog(config)
  const database = openDatabase(databaseUrl, { connections: config.databaseConnections })
  const jobs = openJobs(databaseUrl, allJobs, { run: config.runJobs })
  await jobs.prepare()
  const secret = await authSecret(config)
  const late: { services?: Services } = {}
  const auth = openAuth(config, secret, database, async (mail) => {
    if (late.services) await sendSignInMail(late.services, mail)
  })
  const services: Services = { config, database, jobs, auth, projections: allProjections, clock, log }
  late.services = services
  const app = await buildApp(services, allRoutes)
  await app.ready()
  await jobs.start(services)
  return {
    services,
    app,
    stop: async () => {
      await app.close()
      await jobs.stop()
      await database.close()
    },
  }
}

/** The secret that signs sessions: from the environment, or made once and kept beside the data. */
async function authSecret(config: Config): Promise<string> {
  const given = process.env['SOFTMOB_SECRET']
  if (given) return given
  const file = join(config.dataDirectory, 'session-secret')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept) return kept
  await mkdir(config.dataDirectory, { recursive: true })
  const made = randomBytes(32).toString('hex')
  await writeFile(file, made, { mode: 0o600 })
  return made
}
