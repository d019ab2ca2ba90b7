import { pairKey, refusalsOf, stayOf, type BuiltMatch, type PlanInput } from './build-match.rules.ts'
import type { Period } from './load.rules.ts'
import type { MatchReason } from './match.rules.ts'
import { fullestDuring } from './over-time.rules.ts'
import { seatsOf } from './seats.rules.ts'
import type { MatchPlan } from './solve-match.ts'

/** What a plan came to, as it is stored: never silently solved again. */
export interface PlanResult {
  status: MatchPlan['status']
  people: number
  placed: number
  moved: number
  score: number
  bound: number | null
  pairs: {
    mobilityId: string
    participant: string
    school: string
    positionId: string
    score: number
    points: Record<string, number>
    locked: boolean
    moved: boolean
  }[]
  unplaced: {
    mobilityId: string
    participant: string
    school: string
    reasons: {
      code: string
      count: number
      only: number
      positionId: string | null
      values: Record<string, string | number>
    }[]
  }[]
  positions: {
    id: string
    title: string
    company: string
    companyId: string
    /** What the plan could use at once, and the most it does use at once. */
    places: number
    used: number
    /** How many more could come in one of the plan's periods. */
    free: number
  }[]
  contradictions: Contradiction[]
}

/** Why locks cannot all hold. */
export interface Contradiction {
  code: string
  count: number
  participant: string | null
  positionIds: string[]
}

/** Puts the solver's answer and the rules' reasons into words and rows. */
export function resultOf(input: PlanInput, built: BuiltMatch, plan: MatchPlan): PlanResult {
  const people = new Map(input.candidates.map((one) => [one.mobilityId, one]))
  const locked = new Set(input.locks.map((pair) => pairKey(...pair)))
  const before = new Map(input.current ?? [])
  return {
    status: plan.status,
    people: input.candidates.length,
    placed: plan.placed,
    moved: plan.moved,
    score: plan.score,
    bound: plan.bound,
    pairs: plan.assigned.flatMap(([mobilityId, positionId]) => {
      const person = people.get(mobilityId)
      if (!person) return []
      const points = built.points.get(pairKey(mobilityId, positionId)) ?? {}
      const had = before.get(mobilityId)
      return [
        {
          mobilityId,
          participant: person.participant,
          school: person.school,
          positionId,
          score: Object.values(points).reduce((sum, one) => sum + one, 0),
          points,
          locked: locked.has(pairKey(mobilityId, positionId)),
          moved: had !== undefined && had !== positionId,
        },
      ]
    }),
    unplaced: plan.unassigned.flatMap(({ id, reasons }) => {
      const person = people.get(id)
      if (!person) return []
      const solver = reasons
        .filter(({ code }) => code !== 'no-position')
        .map(({ code, count = 0, positions = [], kind }) => ({
          code,
          count,
          only: count,
          positionId: positions[0] ?? null,
          values: kind === undefined ? {} : { kind },
        }))
      return [
        {
          mobilityId: id,
          participant: person.participant,
          school: person.school,
          reasons: [...solver, ...refusalsOf(built.refused.get(id) ?? [])],
        },
      ]
    }),
    positions: usesOf(input, built, plan),
    contradictions: (plan.reasons ?? []).map((reason) => contradictionOf(input, reason)),
  }
}

function usesOf(input: PlanInput, built: BuiltMatch, plan: MatchPlan): PlanResult['positions'] {
  const seats = seatsOf(built.instance, plan.assigned)
  const stays = new Map<string, Period>()
  for (const candidate of input.candidates) {
    const stay = stayOf(candidate)
    if (stay) stays.set(`${stay.from} ${stay.to}`, stay)
  }
  return input.openings.map(({ id, title, company, companyId, places }) => {
    const fullest = [...stays.values()].map((stay) => fullestDuring(seats.position(id), stay))
    const used = Math.max(0, ...fullest.map(({ seated }) => seated))
    const left = fullest.length === 0 ? [places] : fullest.map((one) => Math.max(0, one.left))
    return {
      id,
      title,
      company,
      companyId,
      places: used + Math.min(...left),
      used,
      free: Math.max(...left),
    }
  })
}

function contradictionOf(
  input: PlanInput,
  { code, participant, position, positions, count }: MatchReason,
): Contradiction {
  const person = input.candidates.find(({ mobilityId }) => mobilityId === participant)
  // A pool is a company: any of its positions tells which.
  const one = input.openings.find(({ id, companyId }) => id === position || companyId === position)
  return {
    code,
    count: count ?? 0,
    participant: person?.participant ?? null,
    positionIds: [...(positions ?? (one ? [one.id] : []))],
  }
}
