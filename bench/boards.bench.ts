import type { BenchWorld } from './bench-world.ts'
import { openHostWorld } from './boards-world.ts'
import { load, percentile, type Report } from './measure.ts'

/** The boards of a host with 2,000 beds and 1,500 stays, one question after the other as one person asks them. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const { organisationId, headers, day } = await openHostWorld(world)
  const base = `${world.url}/api/v1/organisations/${organisationId}`
  const measured = {
    'week board, 2,000 beds and 1,500 stays': `week-board?rows=homes&limit=1000&from=${day}`,
    'week board, 400 companies and 1,500 people': `week-board?limit=1000&from=${day}`,
    'overview of a week, 1,500 people': `week-overview?from=${day}`,
    'timeline of a year': `timeline?from=2027-01-01`,
    'map of a week': `map?from=${day}`,
  }
  for (const [name, path] of Object.entries(measured)) {
    const { times } = await load([`${base}/${path}`], { connections: 1, total: 60, headers })
    report({ name: `${name}, p95`, value: percentile(times, 0.95), unit: 'ms', n: times.length })
  }
}
