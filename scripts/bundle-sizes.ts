import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildClient } from './build-client.ts'

const folder = join(import.meta.dirname, '../dist/client')

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
}
type Manifest = Record<string, Chunk>

/** A page by the source files that its address loads at once (src/web/routes.tsx, member-pages.tsx), and how much script it may load. */
interface StartPage {
  name: string
  sources: string[]
  /** kB of script, brotli. */
  budget: number
}

const startPages: StartPage[] = [
  {
    name: 'staff grid',
    sources: [
      'src/web/member-pages.tsx',
      'src/portals/MemberPortal.tsx',
      'src/portals/staff/MobilitiesPage.tsx',
    ],
    budget: 250,
  },
  {
    name: 'participant start',
    sources: [
      'src/portals/participant/ParticipantLayout.tsx',
      'src/portals/participant/ParticipantStart.tsx',
    ],
    budget: 150,
  },
  { name: 'tutor link', sources: ['src/modules/tutor-links/web/TutorPage.tsx'], budget: 150 },
]

export interface FirstLoad {
  name: string
  kilobytes: number
  budget: number
}

/**
 * Script that a first visit of each start page loads from the production build (built if need be), in kB brotli.
 * Words (locales/) come on top, a few kB in the reader's language.
 */
export async function firstLoadSizes(): Promise<FirstLoad[]> {
  await buildClient()
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  return startPages.map(({ name, sources, budget }) => {
    const files = new Set<string>()
    const keys = [...entry, ...sources.map((source) => keyOf(manifest, source))]
    for (const key of keys) collect(manifest, key, files)
    const bytes = [...files].reduce((sum, file) => sum + compressed(file), 0)
    return { name, kilobytes: Math.round(bytes / 100) / 10, budget }
  })
}

/** The manifest names sources from the client's root, `src/web`. */
function keyOf(manifest: Manifest, source: string): string {
  const key = Object.keys(manifest).find((name) =>
    name.startsWith('../') ? name.replace(/^(?:\.\.\/)+/, 'src/') === source : `src/web/${name}` === source,
  )
  if (!key)
    throw new Error(`${source} is not a chunk of the client. Its route may have moved (src/web/routes.tsx).`)
  return key
}

function collect(manifest: Manifest, key: string, files: Set<string>): void {
  const chunk = manifest[key]
  if (!chunk || files.has(chunk.file)) return
  if (chunk.file.endsWith('.js')) files.add(chunk.file)
  for (const next of chunk.imports ?? []) collect(manifest, next, files)
}

const compressed = (file: string): number => brotliCompressSync(readFileSync(join(folder, file))).length

if (import.meta.main) {
  const pages = await firstLoadSizes()
  for (const { name, kilobytes, budget } of pages) console.log(`${name}: ${kilobytes} kB of ${budget} kB`)
  process.exit(pages.every(({ kilobytes, budget }) => kilobytes < budget) ? 0 : 1)
}
