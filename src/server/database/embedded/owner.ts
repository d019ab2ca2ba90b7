import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** The system user that PostgreSQL runs as when we are root. */
export interface Owner {
  uid: number
  gid: number
  name: string
}

/** PostgreSQL refuses to run as root: then an existing `postgres` or a system user made for it; otherwise null, ourselves. */
export async function databaseOwner(): Promise<Owner | null> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null
  const known = (await knownUser('postgres')) ?? (await knownUser('softmob'))
  if (known) return known
  const made = spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'softmob',
  ])
  const owner = made.status === 0 ? await knownUser('softmob') : null
  if (owner) return owner
  throw new Error(
    'PostgreSQL does not run as root, and no system user could be made for it. Start SoftMob as an ordinary user, or set DATABASE_URL.',
  )
}

async function knownUser(name: string): Promise<Owner | null> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const fields = users
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => line[0] === name)
  return fields ? { name, uid: Number(fields[2]), gid: Number(fields[3]) } : null
}
