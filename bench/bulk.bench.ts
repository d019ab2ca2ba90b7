import type { BenchWorld } from './bench-world.ts'
import { percentile, type Report } from './measure.ts'

/** New dates for 5,000 mobilities at once, with events and tasks, while somebody goes on using the grid. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const base = `${world.url}/api/v1/organisations/${world.organisationId}`
  const ids: string[] = []
  let cursor: string | null = null
  while (ids.length < 5000) {
    const page = (await (
      await fetch(
        `${base}/mobilities?limit=200&status=accepted&status=placed&status=selected&status=draft${cursor ? `&cursor=${cursor}` : ''}`,
        { headers: world.headers },
      )
    ).json()) as { items: { id: string }[]; next: string | null }
    ids.push(...page.items.map((item) => item.id))
    cursor = page.next
    if (!cursor) break
  }
  const body = JSON.stringify({
    action: {
      kind: 'set-dates',
      departure: '2028-05-0' + (1 + Math.floor(Math.random() * 8)),
      return: '2028-05-29',
    },
    selection: { ids: ids.slice(0, 5000) },
  })
  const started = performance.now()
  const asked = await fetch(`${base}/mobilities/bulk`, {
    method: 'POST',
    headers: { ...world.headers, 'content-type': 'application/json' },
    body,
  })
  if (asked.status >= 300) throw new Error(`bulk answered ${asked.status}: ${await asked.text()}`)
  const { id } = (await asked.json()) as { id: string }
  const meanwhile: number[] = []
  for (;;) {
    const state = (await (
      await fetch(`${base}/mobilities/bulk/${id}`, { headers: world.headers })
    ).json()) as { state: string; done: number; refused: number; skipped: number }
    if (state.state === 'finished') {
      report({
        name: `bulk change of ${ids.slice(0, 5000).length} mobilities (${state.done} done)`,
        value: (performance.now() - started) / 1000,
        unit: 's',
      })
      break
    }
    if (state.state === 'failed') throw new Error('The bulk action failed.')
    const page = performance.now()
    await (await fetch(`${base}/mobilities?limit=50&sort=departure`, { headers: world.headers })).text()
    meanwhile.push(performance.now() - page)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  report({
    name: 'grid page during the bulk change, p95',
    value: percentile(meanwhile, 0.95),
    unit: 'ms',
    n: meanwhile.length,
  })
}
