import { parseArgs } from 'node:util'
import { openBenchWorld, type BenchWorld } from './bench-world.ts'
import type { Measure } from './measure.ts'

/** `npm run bench -- [name] [--json] [--mobilities N]`: one file each, on a world of 200,000 mobilities. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, mobilities: { type: 'string', default: '200000' } },
})

const benches = {
  'first-load': () => import('./first-load.bench.ts'),
  lists: () => import('./lists.bench.ts'),
  search: () => import('./search.bench.ts'),
  record: () => import('./record.bench.ts'),
  bulk: () => import('./bulk.bench.ts'),
  import: () => import('./import.bench.ts'),
  grants: () => import('./grants.bench.ts'),
  distance: () => import('./distance.bench.ts'),
  matching: () => import('./matching.bench.ts'),
  money: () => import('./money.bench.ts'),
  stays: () => import('./stays.bench.ts'),
  boards: () => import('./boards.bench.ts'),
}

const wanted = positionals[0]
const names = Object.keys(benches).filter((name) => !wanted || name === wanted)
if (names.length === 0) {
  console.error(`Unknown benchmark "${wanted}". Known: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const report = (measure: Measure): void => {
  if (values.json) return console.log(JSON.stringify(measure))
  const against =
    measure.ratio === undefined ? '' : `   ratio ${measure.ratio.toFixed(2)} against ${measure.against}`
  console.log(
    `${measure.name.padEnd(44)} ${measure.value.toLocaleString('en', { maximumFractionDigits: 1 }).padStart(12)} ${measure.unit}${against}`,
  )
}

/** Opened for the first benchmark that asks for it: some need no database. */
let world: BenchWorld | undefined
const openWorld = async (): Promise<BenchWorld> => (world ??= await openBenchWorld(Number(values.mobilities)))
try {
  for (const name of names) {
    const bench = await benches[name as keyof typeof benches]()
    if ('runAlone' in bench) await bench.runAlone(report)
    else await bench.run(await openWorld(), report)
  }
} finally {
  await world?.close()
}
process.exit()
