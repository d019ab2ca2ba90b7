import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, '../../../database/migrations')

/**
 * Brings a database to the newest schema: each `.sql` file once, in the order of its name, each in a transaction.
 * An advisory lock lets several processes start at once. Answers the names applied now.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock(727160)')
    await client.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
    const applied = new Set(
      (await client.query<{ name: string }>('select name from migration')).rows.map((r) => r.name),
    )
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    const pending = names.filter((name) => !applied.has(name))
    for (const name of pending) await applyMigration(client, name)
    return pending
  } finally {
    await client.end()
  }
}

async function applyMigration(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  const version = Number(rows[0]?.server_version_num ?? 0)
  if (version < 150_000)
    throw new Error(`SoftMob needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10_000)}.`)
}
