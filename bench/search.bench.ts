import type { BenchWorld } from './bench-world.ts'
import { load, percentile, type Report } from './measure.ts'

/** A person found by part of a name, accents ignored. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const parts = ['mull', 'ferre', 'giul', 'anno', 'şah', 'berg', 'rossi', 'nicolo']
  const urls = parts.map(
    (part) =>
      `${world.url}/api/v1/organisations/${world.organisationId}/people?q=${encodeURIComponent(part)}&limit=20`,
  )
  const found = await load(urls, { connections: 20, total: 800, headers: world.headers })
  report({
    name: 'person by part of a name, p95 at 20 connections',
    value: percentile(found.times, 0.95),
    unit: 'ms',
    n: found.times.length,
  })
  const anything = await load(
    parts.map(
      (part) =>
        `${world.url}/api/v1/organisations/${world.organisationId}/search?q=${encodeURIComponent(part)}`,
    ),
    { connections: 20, total: 800, headers: world.headers },
  )
  report({
    name: 'search for anything, p95 at 20 connections',
    value: percentile(anything.times, 0.95),
    unit: 'ms',
    n: anything.times.length,
  })
}
