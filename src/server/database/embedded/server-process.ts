import { execFileSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The running server of a data folder, as its `postmaster.pid` tells. */
export interface ServerProcess {
  pid: number
  port: number
}

/**
 * The server that runs on this data folder, or null. A `postmaster.pid` whose process is gone, or whose number now
 * belongs to another program (after a restart of the machine or in a container), is removed: PostgreSQL would believe it.
 */
export async function runningServer(cluster: string): Promise<ServerProcess | null> {
  const file = join(cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (isPostgres(pid)) return { pid, port: Number(lines[3]) }
  await rm(file, { force: true })
  return null
}

/** Whether a process with this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isPostgres(pid: number): boolean {
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && /postgres/i.test(programOf(pid))
}

/** The program's name; where the system does not tell, PostgreSQL's own lock is believed. */
function programOf(pid: number): string {
  try {
    return process.platform === 'win32'
      ? execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' })
      : execFileSync('ps', ['-p', String(pid), '-o', 'comm='], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? programFromProc(pid) : ''
  }
}

function programFromProc(pid: number): string {
  try {
    return execFileSync('cat', [`/proc/${pid}/comm`], { encoding: 'utf8' })
  } catch {
    return 'postgres'
  }
}
