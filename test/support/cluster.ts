import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from '#server/database/embedded/binaries.ts'
import { createCluster, startServer, stopServer, type Cluster } from '#server/database/embedded/cluster.ts'
import { databaseOwner } from '#server/database/embedded/owner.ts'
import { startEmbeddedPostgres } from '#server/database/embedded/start.ts'

export interface TestCluster {
  adminUrl: string
  stop(): Promise<void>
}

/** A throw-away PostgreSQL: the embedded one, or Debian's when SOFTMOB_TEST_POSTGRES=debian. */
export async function startTestCluster(): Promise<TestCluster> {
  const directory = await mkdtemp(join(tmpdir(), 'softmob-cluster-'))
  // Root's PostgreSQL runs as another user, who must be able to enter.
  await chmod(directory, 0o755)
  if (process.env['SOFTMOB_TEST_POSTGRES'] === 'debian') return startDebian(directory)
  const started = await startEmbeddedPostgres({ directory, throwaway: true })
  return { adminUrl: started.url, stop: () => started.stop() }
}

async function startDebian(directory: string): Promise<TestCluster> {
  const owner = await databaseOwner()
  if (owner) await chown(directory, owner.uid, owner.gid)
  const cluster: Cluster = {
    binaries: debianBinaries(),
    owner,
    data: join(directory, 'cluster'),
    log: join(directory, 'log'),
    throwaway: true,
  }
  const password = randomBytes(12).toString('hex')
  await createCluster(cluster, password)
  const port = await startServer(cluster)
  return {
    adminUrl: `postgres://softmob:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopServer(cluster)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Debian's oldest server from 15 on; installed where that is possible, else said in one command. */
function debianBinaries(): Binaries {
  const folder = oldestServer() ?? installed()
  if (!folder)
    throw new Error(
      'These tests need a PostgreSQL 15 or newer of the system: sudo apt-get install -y postgresql',
    )
  return { folder, localeArguments: ['--locale=C'] }
}

function installed(): string | null {
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], {
      stdio: 'inherit',
      env,
    })
  }
  return oldestServer()
}

function oldestServer(): string | null {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home) ? readdirSync(home).map(Number) : []
  const oldest = versions
    .filter((version) => version >= 15 && existsSync(join(home, String(version), 'bin', 'initdb')))
    .sort((a, b) => a - b)[0]
  return oldest === undefined ? null : join(home, String(oldest), 'bin')
}
