import type { BenchWorld } from './bench-world.ts'
import { percentile, type Report } from './measure.ts'

const asks = 40

interface Project {
  id: string
  mobilities: number
}

/** A project of about 10,000 mobilities: all its grants computed anew, its budget page, and the simulator on it. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const base = `${world.url}/api/v1/organisations/${world.organisationId}`
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { ...world.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const { items } = (await ask('GET', '/projects?limit=100')) as { items: Project[] }
  const [project] = items.toSorted(
    (a, b) => Math.abs(a.mobilities - 10_000) - Math.abs(b.mobilities - 10_000),
  )
  if (!project) throw new Error('The world has no project.')
  const count = project.mobilities.toLocaleString('en')
  const started = performance.now()
  await ask('PUT', `/projects/${project.id}/pack`, { shipped: '2021-ES' })
  report({
    name: `grants of ${count} mobilities computed anew`,
    value: (performance.now() - started) / 1000,
    unit: 's',
    n: project.mobilities,
  })
  const times = async (method: string, path: string, body?: object): Promise<number> => {
    const taken: number[] = []
    for (let at = 0; at < asks; at++) {
      const begun = performance.now()
      await ask(method, path, body)
      taken.push(performance.now() - begun)
    }
    return percentile(taken, 0.95)
  }
  report({
    name: `budget of ${count} mobilities, p95`,
    value: await times('GET', `/projects/${project.id}/budget`),
    unit: 'ms',
    n: asks,
  })
  const groups = [
    {
      activityType: 'LM-SHORT-VET',
      country: 'MT',
      town: 'Valletta',
      participants: 12,
      days: 21,
      green: true,
      fewerOpportunities: 2,
    },
  ]
  report({
    name: `simulator on ${count} mobilities, p95`,
    value: await times('POST', `/projects/${project.id}/simulation`, { groups }),
    unit: 'ms',
    n: asks,
  })
  report({
    name: `page of 50 payables of ${count}, p95`,
    value: await times('GET', `/projects/${project.id}/payables?limit=50`),
    unit: 'ms',
    n: asks,
  })
}
