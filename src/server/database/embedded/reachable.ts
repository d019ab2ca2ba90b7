import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Owner } from './owner.ts'

/** Whether the user may enter this folder and every folder above it (by the permission bits; a missing one may be made). */
export async function reachableBy(folder: string, owner: Owner): Promise<boolean> {
  for (let here = resolve(folder); ; here = dirname(here)) {
    const entry = await stat(here).catch(() => null)
    if (entry && !mayEnter(entry, owner)) return false
    if (here === dirname(here)) return true
  }
}

function mayEnter(entry: { mode: number; uid: number; gid: number }, owner: Owner): boolean {
  if (entry.uid === owner.uid) return (entry.mode & 0o100) !== 0
  if (entry.gid === owner.gid) return (entry.mode & 0o010) !== 0
  return (entry.mode & 0o001) !== 0
}
