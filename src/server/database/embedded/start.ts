import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { shippedBinaries } from './binaries.ts'
import { createCluster, startServer, stopServer, type Cluster } from './cluster.ts'
import { lockFolder } from './folder-lock.ts'
import { databaseOwner, type Owner } from './owner.ts'
import { reachableBy } from './reachable.ts'
import { runningServer } from './server-process.ts'

/** A PostgreSQL of our own that runs. */
export interface EmbeddedPostgres {
  url: string
  /** It was still running from a SoftMob that had been killed. */
  adopted: boolean
  stop(): Promise<void>
}

interface Wanted {
  /** Where the cluster, its log, password and lock are kept. */
  directory: string
  /** For tests: nothing is synced to the disk, and the folder goes with `stop`. */
  throwaway?: boolean
  log?: (line: string) => void
}

/**
 * Starts the embedded PostgreSQL of a folder, making it first if needed. Throws in plain words when another SoftMob uses
 * the folder or the server cannot start. See docs/decisions/0004.
 */
export async function startEmbeddedPostgres(wanted: Wanted): Promise<EmbeddedPostgres> {
  const owner = await databaseOwner()
  const folder = await homeOf(wanted.directory, owner, wanted.log)
  await mkdir(folder, { recursive: true })
  const unlock = await lockFolder(join(folder, 'lock'))
  try {
    const cluster: Cluster = {
      binaries: await shippedBinaries(owner),
      owner,
      data: join(folder, 'cluster'),
      log: join(folder, 'postgres.log'),
      throwaway: wanted.throwaway ?? false,
    }
    const password = await passwordOf(folder)
    const adopted = await adopt(cluster, password)
    if (adopted === null) await createCluster(cluster, password)
    const port = adopted ?? (await startServer(cluster))
    await makeDatabase(addressOf(password, port, 'postgres'))
    return {
      url: addressOf(password, port, 'softmob'),
      adopted: adopted !== null,
      stop: async () => {
        await stopServer(cluster)
        await unlock()
        if (cluster.throwaway) await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** The address of the server that runs on this folder now, started by whomever; null if none does. */
export async function connectToRunning(directory: string): Promise<{ url: string } | null> {
  const folder = await homeOf(directory, await databaseOwner())
  const server = await runningServer(join(folder, 'cluster'))
  const password = server ? await readFile(join(folder, 'password'), 'utf8').catch(() => null) : null
  return server && password ? { url: addressOf(password, server.port, 'softmob') } : null
}

/** A server that outlived its SoftMob is used as it is if it answers, and is stopped if it does not. */
async function adopt(cluster: Cluster, password: string): Promise<number | null> {
  const orphan = await runningServer(cluster.data)
  if (!orphan) return null
  const answers = await query(addressOf(password, orphan.port, 'postgres'), 'select 1').then(
    () => true,
    () => false,
  )
  if (answers) return orphan.port
  await stopServer(cluster)
  return null
}

async function makeDatabase(adminUrl: string): Promise<void> {
  const there = await query(adminUrl, `select 1 from pg_database where datname = 'softmob'`)
  if (there === 0) await query(adminUrl, 'create database softmob template template0')
}

async function query(url: string, text: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return (await client.query(text)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

/** Root's PostgreSQL runs as another user: below a folder which that one may not enter, the data are kept outside. */
async function homeOf(directory: string, owner: Owner | null, log?: (line: string) => void): Promise<string> {
  const asked = resolve(directory)
  if (!owner || (await reachableBy(asked, owner))) return asked
  const outside = join('/var/lib/softmob', createHash('sha256').update(asked).digest('hex').slice(0, 12))
  log?.(`User "${owner.name}" may not enter ${asked}; the database is kept in ${outside}.`)
  return outside
}

async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, 'password')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept) return kept
  const made = randomBytes(24).toString('base64url')
  await writeFile(file, made, { mode: 0o600 })
  return made
}

function addressOf(password: string, port: number, database: string): string {
  return `postgres://softmob:${password}@127.0.0.1:${port}/${database}`
}
