import { firstLoadSizes } from '../scripts/bundle-sizes.ts'
import type { BenchWorld } from './bench-world.ts'
import type { Report } from './measure.ts'

/** Script that a first visit loads, brotli, on the production build. */
export async function run(_world: BenchWorld, report: Report): Promise<void> {
  for (const page of await firstLoadSizes())
    report({ name: `first load of ${page.name}`, value: page.kilobytes, unit: 'kB script' })
}
