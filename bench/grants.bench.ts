import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { calculateGrant } from '#modules/grants/calculate-grant.rules.ts'
import type { GrantCase } from '#modules/grants/grant-case.rules.ts'
import { packNamed } from '#modules/rule-packs/shipped-packs.ts'
import type { Report } from './measure.ts'

const countries = ['IT', 'PL', 'FI', 'DE', 'TR', 'MT', 'IE', 'HR']
const activities = ['LM-SHORT-VET', 'LM-LONG-VET', 'SM-JOB-SHDW', 'SM-COUR-TRAIN'] as const

/** Grants of 100,000 cases: the command as it is used, start and printing included, and the calculation alone. */
export async function runAlone(report: Report): Promise<void> {
  const cases = Array.from({ length: 100_000 }, (_, index) => caseOf(index))
  const given = JSON.stringify(
    cases.map((item, index) => ({ id: index, pack: '2021-ES', action: 'KA121-VET', ...item })),
  )
  report({ name: 'grant-100000', value: await command(given), unit: 's', n: cases.length })
  const pack = packNamed('2021-ES')
  if (!pack) throw new Error('The pack 2021-ES is missing.')
  const started = performance.now()
  for (const item of cases) calculateGrant(pack, item)
  report({
    name: 'calculate-grant-100000',
    value: performance.now() - started,
    unit: 'ms',
    n: cases.length,
  })
}

function caseOf(index: number): GrantCase {
  const activity = activities[index % activities.length] ?? 'LM-SHORT-VET'
  return {
    activity,
    role: activity.startsWith('LM') ? 'learner' : 'staff',
    sendingCountry: 'ES',
    receivingCountry: countries[index % countries.length] ?? 'IT',
    activityDays: 1 + (index % 120),
    travelDays: index % 3,
    distanceKm: (index * 37) % 4500,
    green: index % 5 === 0,
    fewerOpportunities: index % 7 === 0,
  }
}

/** Seconds from the start of the process to its end. */
async function command(given: string): Promise<number> {
  const started = performance.now()
  const door = join(import.meta.dirname, '../src/server/command-line/softmob.ts')
  const child = spawn(process.execPath, [door, 'grant'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let bytes = 0
  child.stdout.on('data', (piece: Buffer) => (bytes += piece.length))
  child.stdin.end(given)
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0 || bytes === 0) throw new Error(`grant ended with ${code} after ${bytes} bytes.`)
  return (performance.now() - started) / 1000
}
