import type { BenchWorld } from './bench-world.ts'
import { percentile, type Report } from './measure.ts'

/** A mobility page: the record, its tasks and its timeline, asked for together as the page does. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const base = `${world.url}/api/v1/organisations/${world.organisationId}`
  const list = (await (await fetch(`${base}/mobilities?limit=100`, { headers: world.headers })).json()) as {
    items: { id: string }[]
  }
  const times: number[] = []
  for (let round = 0; round < 4; round++) {
    for (const { id } of list.items) {
      const started = performance.now()
      await Promise.all(
        ['', '/tasks', '/events'].map(async (part) => {
          const answer = await fetch(`${base}/mobilities/${id}${part}`, { headers: world.headers })
          if (answer.status !== 200)
            throw new Error(`${part} answered ${answer.status}: ${await answer.text()}`)
          await answer.text()
        }),
      )
      if (round > 0) times.push(performance.now() - started)
    }
  }
  report({
    name: 'mobility page with tasks and timeline, p95',
    value: percentile(times, 0.95),
    unit: 'ms',
    n: times.length,
  })
}
