import { solveMatch } from '#modules/matching/solve-match.ts'
import type { MatchInstance } from '#modules/matching/match.rules.ts'
import { always } from '#modules/matching/over-time.rules.ts'
import { seeded } from '../database/seeds/demo-year/random.ts'
import type { Report } from './measure.ts'

/** A match of so many people and positions, each with 30 candidates, of 12 schools, at most 2 of one school at a position. */
function instanceOf(people: number, positions: number): MatchInstance {
  const random = seeded(people)
  return {
    participants: Array.from({ length: people }, (_one, i) => ({
      id: `p${i}`,
      groups: { school: `s${random.whole(1, 12)}` },
    })),
    positions: Array.from({ length: positions }, (_one, i) => ({
      id: `c${i}`,
      places: random.whole(1, 4),
      limits: { school: 2 },
    })),
    scores: Array.from({ length: people }, (_one, i) => {
      const chosen = new Set<number>()
      while (chosen.size < 30) chosen.add(random.whole(0, positions - 1))
      return [...chosen].map((at) => [`p${i}`, `c${at}`, random.whole(0, 99)] as const)
    }).flat(),
  }
}

/** Four flows, two of which overlap, at companies with two positions each; every fifth company rests a week between groups. */
function overTime(people: number, positions: number): MatchInstance {
  const flows = [
    { from: '2027-03-01', to: '2027-03-26' },
    { from: '2027-03-15', to: '2027-04-09' },
    { from: '2027-04-12', to: '2027-05-07' },
    { from: '2027-05-24', to: '2027-06-18' },
  ]
  const instance = instanceOf(people, positions)
  return {
    ...instance,
    participants: instance.participants.map((one, i) => ({
      ...one,
      stay: flows[i % flows.length] ?? always,
    })),
    positions: instance.positions.map((one, i) => ({ ...one, pool: `firm${Math.floor(i / 2)}` })),
    pools: Array.from({ length: positions / 2 }, (_one, i) => ({
      id: `firm${i}`,
      places: 4,
      restDays: i % 5 === 0 ? 7 : 0,
    })),
  }
}

/** Solving to the proof, and the repair after a company is lost. */
export async function runAlone(report: Report): Promise<void> {
  for (const [people, positions] of [
    [1000, 500],
    [3000, 1200],
  ] as const) {
    const instance = instanceOf(people, positions)
    const size = `${people.toLocaleString('en')} people, ${positions.toLocaleString('en')} positions`
    const plan = await timed(report, `match of ${size}`, instance)
    const lost = plan.assigned[0]?.[1]
    await timed(report, `repair of ${size}`, {
      ...instance,
      positions: instance.positions.filter(({ id }) => id !== lost),
      scores: instance.scores.filter(([, where]) => where !== lost),
      current: plan.assigned,
    })
  }
  await timed(
    report,
    'match of 200 people of 4 flows, places over time, resting companies',
    overTime(200, 80),
  )
  report({ name: 'memory after matching', value: process.memoryUsage().rss / 1e6, unit: 'MB' })
}

async function timed(report: Report, name: string, instance: MatchInstance) {
  const started = performance.now()
  const plan = await solveMatch(instance, { seconds: 120 })
  const value = (performance.now() - started) / 1000
  report({ name: `${name} (${plan.status}, ${plan.placed} placed)`, value, unit: 's', n: plan.placed })
  return plan
}
