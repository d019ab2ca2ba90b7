import type { BenchWorld } from './bench-world.ts'
import type { Report } from './measure.ts'

const rows = 20_000

interface State {
  id: string
  state: string
  version: number
  total: number
  ready: number
  toCheck: number
  imported: number
}

/** A file of 20,000 rows through the API, as a person would bring it: dry run, then import. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  const base = `${world.url}/api/v1/organisations/${world.organisationId}/imports`
  const ask = async (method: string, path = '', body?: FormData | string): Promise<State> => {
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { ...world.headers, ...json },
      ...(body ? { body } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as State
  }
  const until = async (id: string, state: string): Promise<State> => {
    for (;;) {
      const now = await ask('GET', `/${id}`)
      if (now.state === state) return now
      if (now.state === 'failed') throw new Error('The import failed.')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const form = new FormData()
  form.append('file', new Blob([file()]), 'bench.csv')
  const started = performance.now()
  const { id } = await ask('POST', '', form)
  const checked = await until(id, 'checked')
  report({
    name: `import of ${rows.toLocaleString('en')} rows: upload and dry run`,
    value: (performance.now() - started) / 1000,
    unit: 's',
    n: checked.total,
  })
  const begun = performance.now()
  await ask('POST', `/${id}/start`)
  const done = await until(id, 'imported')
  report({
    name: `import of ${done.imported.toLocaleString('en')} rows`,
    value: (performance.now() - begun) / 1000,
    unit: 's',
    n: done.imported,
  })
  report({ name: 'server memory after the import', value: await world.serverMemory(), unit: 'MB' })
}

/** People with birth dates, two in three going to one of 400 companies, in flows by month; on every run others, with other names. */
function file(): string {
  const run = Date.now() % 1_000_000_007
  const countries = ['ES', 'DE', 'FR', 'MT', 'IE', 'PT', 'AT', 'NL']
  const lines = Array.from({ length: rows }, (_, at) => {
    const month = String(1 + (at % 9)).padStart(2, '0')
    const name = `${letters(run + at)};${letters(run * 3 + at * 7919)}${letters(at + run * 5)}`
    const company = at % 3 === 0 ? '' : `Company ${at % 400}`
    const birth = `${String(1 + (at % 28)).padStart(2, '0')}.${month}.${2008 + (at % 3)}`
    return `${name};${birth};p${at}.${run}@example.org;${countries[at % 8]};04.${month}.2028;29.${month}.2028;Host ${at % 60};${company};${1000 + (at % 900)}`
  })
  return ['First name;Surname;Birth date;E-mail;Country;Departure;Return;Host;Company;Grant', ...lines].join(
    '\n',
  )
}

/** Six letters that look like no others nearby. */
function letters(seed: number): string {
  let state = (seed % 4_294_967_291) | 1
  return Array.from({ length: 6 }, () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393
    return String.fromCharCode(97 + ((state >>> 8) % 26))
  }).join('')
}
