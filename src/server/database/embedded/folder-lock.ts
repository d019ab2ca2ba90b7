import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAlive } from './server-process.ts'

/** Who holds a data folder. `started` tells a process from a later one that was given the same number. */
interface Holder {
  pid: number
  started: string
  id: string
}

/**
 * Takes the folder for this process; answers how to give it back. Throws with the other's process number when somebody
 * else has it. A lock whose process is gone is taken over.
 */
export async function lockFolder(file: string): Promise<() => Promise<void>> {
  const mine: Holder = { pid: process.pid, started: await startOf(process.pid), id: randomUUID() }
  const draft = `${file}.${mine.id}`
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      // A hard link is made or refused in one step: two starts at once cannot both succeed.
      if (await linked(draft, file)) return () => release(file, mine)
      const other = await holderOf(file)
      if (other && (await lives(other))) {
        throw new Error(
          `Another SoftMob (process ${other.pid}) uses these data. Stop it first, or choose another SOFTMOB_DATA.`,
        )
      }
      await setAside(file, other)
    }
    throw new Error(`The lock ${file} could not be taken.`)
  } finally {
    await rm(draft, { force: true })
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

/** Removes a dead lock; if somebody else took over in between, theirs is put back. */
async function setAside(file: string, dead: Holder | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  const taken = await holderOf(aside)
  if (taken && taken.id !== dead?.id) await linked(aside, file)
  await rm(aside, { force: true })
}

async function release(file: string, mine: Holder): Promise<void> {
  const now = await holderOf(file)
  if (now?.id === mine.id) await rm(file, { force: true })
}

async function holderOf(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

async function lives(holder: Holder): Promise<boolean> {
  return isAlive(holder.pid) && (await startOf(holder.pid)) === holder.started
}

/** Start time of a process in clock ticks since boot, with the boot's id; empty where the system has no /proc. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  // The program's name stands in brackets and may hold blanks; field 22 counts from after it.
  return text === '' ? '' : `${boot.trim()}/${text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
}
