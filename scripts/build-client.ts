import { existsSync, statSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** Builds the web client into `dist/client` unless what is there is newer than every source file. */
export async function buildClient(options: { force?: boolean } = {}): Promise<void> {
  const built = join(root, 'dist', 'client', 'index.html')
  if (!options.force && existsSync(built) && statSync(built).mtimeMs > newestSource()) return
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}

function newestSource(): number {
  const folders = ['src', 'locales'].map((folder) => join(root, folder))
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const others = ['package-lock.json', 'vite.config.ts'].map((name) => join(root, name))
  return Math.max(...[...files, ...others].map((file) => statSync(file).mtimeMs))
}

if (import.meta.main) await buildClient({ force: true })
