import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectToRunning, startEmbeddedPostgres } from './start.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'softmob-embedded-'))
  await chmod(directory, 0o755)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function rows(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as unknown[]
  } finally {
    await client.end()
  }
}

test('keeps what was written over a stop and a start, and tells who else is using it', async () => {
  const first = await startEmbeddedPostgres({ directory })
  expect(first.adopted).toBe(false)
  await rows(first.url, 'create table kept (word text)')
  await rows(first.url, "insert into kept values ('Añadido')")
  await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(/Another SoftMob \(process \d+\)/)
  expect((await connectToRunning(directory))?.url).toBe(first.url)
  await first.stop()
  expect(await connectToRunning(directory)).toBeNull()

  const second = await startEmbeddedPostgres({ directory })
  expect(await rows(second.url, 'select word from kept')).toEqual([{ word: 'Añadido' }])
  await second.stop()
})

test('adopts the server of a SoftMob that was killed', async () => {
  const script = `import('${join(import.meta.dirname, 'start.ts')}').then(async (m) => { const s = await m.startEmbeddedPostgres({ directory: '${directory}' }); console.log(s.url); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  )
  await rows(url, 'create table kept (word text)')
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))

  const next = await startEmbeddedPostgres({ directory })
  expect(next.adopted).toBe(true)
  expect(next.url).toBe(url)
  expect(await rows(next.url, 'select * from kept')).toEqual([])
  await next.stop()
})

test('does not believe a process number that now belongs to another program', async () => {
  const first = await startEmbeddedPostgres({ directory })
  await first.stop()
  const stale = join(directory, 'cluster', 'postmaster.pid')
  await writeFile(stale, `${process.pid}\n${join(directory, 'cluster')}\n1700000000\n5432\n\n127.0.0.1\n`)
  const second = await startEmbeddedPostgres({ directory })
  expect(second.adopted).toBe(false)
  expect(await readFile(stale, 'utf8')).not.toContain('1700000000')
  await second.stop()
})

test('begins anew when the very first start was cut off', async () => {
  const first = await startEmbeddedPostgres({ directory })
  await first.stop()
  await rm(join(directory, 'cluster', 'PG_VERSION'))
  const second = await startEmbeddedPostgres({ directory })
  expect(await rows(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})
