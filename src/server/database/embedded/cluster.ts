import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { Owner } from './owner.ts'

const run = promisify(execFile)

/** A data folder with the programs and the user that run it. */
export interface Cluster {
  binaries: Binaries
  owner: Owner | null
  /** PostgreSQL's own files. */
  data: string
  log: string
  /** Nothing needs to survive: no syncing to the disk. */
  throwaway: boolean
}

/** Makes the data folder if it is not there yet; `password` becomes that of the owner role `softmob`. */
export async function createCluster(cluster: Cluster, password: string): Promise<void> {
  if (existsSync(join(cluster.data, 'PG_VERSION'))) return
  // A folder without a version was left by a start that was cut off.
  await rm(cluster.data, { recursive: true, force: true })
  await mkdir(cluster.data, { recursive: true, mode: 0o700 })
  const file = `${cluster.data}.${randomBytes(6).toString('hex')}`
  await writeFile(file, password, { mode: 0o600 })
  if (cluster.owner)
    await Promise.all(
      [cluster.data, file].map((path) => chown(path, cluster.owner?.uid ?? 0, cluster.owner?.gid ?? 0)),
    )
  try {
    await runProgram(cluster, 'initdb', [
      '--pgdata',
      cluster.data,
      '--username=softmob',
      `--pwfile=${file}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...cluster.binaries.localeArguments,
      // The first checkpoint syncs everything anyway; a cut-off creation is made anew (above).
      '--no-sync',
    ])
  } finally {
    await rm(file, { force: true })
  }
  await appendFile(join(cluster.data, 'postgresql.conf'), settings(cluster.throwaway))
}

/** Starts the server on a free port of this machine only; answers the port. */
export async function startServer(cluster: Cluster): Promise<number> {
  const log = await open(cluster.log, 'a', 0o600)
  await log.close()
  if (cluster.owner) await chown(cluster.log, cluster.owner.uid, cluster.owner.gid)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      await runProgram(cluster, 'pg_ctl', [
        'start',
        '-w',
        '-t',
        '60',
        '-s',
        '-D',
        cluster.data,
        '-l',
        cluster.log,
        '-o',
        `-p ${port}`,
      ])
      return port
    } catch (error) {
      const told = (await readFile(cluster.log, 'utf8').catch(() => ''))
        .trim()
        .split('\n')
        .slice(-6)
        .join('\n')
      const portTaken = told.includes('could not bind')
      if (!portTaken || attempt === 5)
        throw new Error(`PostgreSQL did not start. It said:\n${told}`, { cause: error })
    }
  }
}

/** Stops the server: open connections are ended, everything is written. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const mode = cluster.throwaway ? 'immediate' : 'fast'
  await runProgram(cluster, 'pg_ctl', ['stop', '-w', '-t', '120', '-s', '-m', mode, '-D', cluster.data])
}

async function runProgram(cluster: Cluster, program: string, given: string[]): Promise<void> {
  const user = cluster.owner ? { uid: cluster.owner.uid, gid: cluster.owner.gid } : {}
  // The programs read their language and time zone from the environment; ours must not change what the data mean.
  const env = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
  }
  try {
    await run(join(cluster.binaries.folder, program), given, { cwd: '/', env, ...user })
  } catch (error) {
    const told = (error as { stderr?: string }).stderr?.trim()
    throw new Error(`${program} failed${told ? `: ${told}` : ''}`, { cause: error })
  }
}

function settings(throwaway: boolean): string {
  const common = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: 100,
    shared_buffers: throwaway ? '128MB' : '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    effective_cache_size: '1GB',
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    lc_messages: "'C'",
  }
  const quick = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' }
  const all = throwaway ? { ...common, ...quick } : common
  return `\n# SoftMob\n${Object.entries(all)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
