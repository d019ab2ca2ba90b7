import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { connectToRunning, startEmbeddedPostgres } from '../database/embedded/start.ts'

/** The SoftMob that a command talks to: its settings and the address of its database. */
export interface Instance {
  config: Config
  databaseUrl: string
  close(): Promise<void>
}

/**
 * Finds the instance that is meant: `DATABASE_URL`, `--data DIR`, else the one that runs here, else the one whose data
 * are here (real before demo). A database that does not run is started for the time it is needed.
 */
export async function openInstance(data: string | undefined): Promise<Instance> {
  if (process.env['DATABASE_URL'] && !data) {
    const config = readConfig(process.env)
    return { config, databaseUrl: process.env['DATABASE_URL'], close: async () => {} }
  }
  const folders = data
    ? [resolve(data)]
    : [false, true].map((demo) => readConfig(process.env, { demo }).dataDirectory)
  for (const folder of folders) {
    const running = await connectToRunning(join(folder, 'database'))
    if (running) return { config: settingsOf(folder), databaseUrl: running.url, close: async () => {} }
  }
  const folder = folders.find((one) => existsSync(join(one, 'database'))) ?? folders[0] ?? ''
  const started = await startEmbeddedPostgres({ directory: join(folder, 'database') })
  return { config: settingsOf(folder), databaseUrl: started.url, close: () => started.stop() }
}

function settingsOf(dataDirectory: string): Config {
  return readConfig(process.env, { dataDirectory, logLevel: 'warn', runJobs: false })
}
