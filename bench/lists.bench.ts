import type { BenchWorld } from './bench-world.ts'
import { bareServer } from './bare-server.ts'
import { load, percentile, type Report } from './measure.ts'

/** The grid's page and its counts, against a bare `node:http` + `pg` server that runs the same SQL on the same database. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const path = `/api/v1/organisations/${world.organisationId}/mobilities`
  const urls = ['selected', 'accepted', 'placed', 'closed'].flatMap((status) =>
    ['ES', 'DE', 'MT'].map(
      (country) => `${world.url}${path}?status=${status}&country=${country}&sort=departure&limit=50`,
    ),
  )
  const bare = await bareServer(world)
  const bareRun = await load(bare.urls, { connections: 20, total: 3000 })
  const page = await load(urls, { connections: 20, total: 3000, headers: world.headers })
  await bare.close()
  report({
    name: 'mobilities page of 50, p95 at 20 connections',
    value: percentile(page.times, 0.95),
    unit: 'ms',
    n: page.times.length,
  })
  report({
    name: 'mobilities page of 50, requests',
    value: page.perSecond,
    unit: '/s',
    ratio: page.perSecond / bareRun.perSecond,
    against: 'node:http + pg',
  })
  const counts = await load([`${world.url}${path}/counts?by=status`], {
    connections: 20,
    total: 600,
    headers: world.headers,
  })
  report({
    name: 'counts by status, p95 at 20 connections',
    value: percentile(counts.times, 0.95),
    unit: 'ms',
    n: counts.times.length,
  })
}
