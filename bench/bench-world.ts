import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#server/database/embedded/start.ts'
import { migrate } from '#server/database/migrate.ts'
import { loadWorld } from '../database/seeds/load-world.ts'

const root = join(import.meta.dirname, '..')

/** A running server on a large world, kept in `data/bench` between runs. */
export interface BenchWorld {
  url: string
  databaseUrl: string
  /** The organisation with the most mobilities, and a key of its coordinator. */
  organisationId: string
  key: string
  headers: Record<string, string>
  /** Peak resident memory of the server process so far, in MB. */
  serverMemory(): Promise<number>
  close(): Promise<void>
}

export async function openBenchWorld(mobilities: number): Promise<BenchWorld> {
  const database = await startEmbeddedPostgres({
    directory: join(root, 'data', `bench-${mobilities}`, 'database'),
  })
  await migrate(database.url)
  const { organisationId, key } = await loadWorld(database.url, {
    mobilities,
    organisations: 300,
    log: (line) => console.error(line),
  })
  await settle(database)
  const { child, url } = await serve(database.url, join(root, 'data', `bench-${mobilities}`))
  return {
    url,
    databaseUrl: database.url,
    organisationId,
    key,
    headers: { authorization: `Bearer ${key}` },
    serverMemory: async () => {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6
    },
    close: async () => {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
      await database.stop()
    },
  }
}

async function settle(database: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

/** The server runs in a process of its own, as in production, so that the load does not share its event loop. */
async function serve(databaseUrl: string, data: string): Promise<{ child: ChildProcess; url: string }> {
  const port = 3900 + Math.floor(Math.random() * 90)
  // The heap's limit is that of `npm start` (package.json).
  const child = spawn(process.execPath, ['--max-old-space-size=400', join(root, 'src/server/main.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SOFTMOB_DATA: data,
      SOFTMOB_RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server did not start; see the lines above.')
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok) return { child, url }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
