import { pairKey, refusalsOf, type BuiltMatch, type PlanInput } from './build-match.rules.ts'
import { matchReasonInEnglish } from './match-reasons.rules.ts'
import { seatsLeft } from './match.rules.ts'
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
  positions: { id: string; title: string; company: string; companyId: string; places: number; used: number }[]
  contradictions: string[]
}

/** Puts the solver's answer and the rules' reasons into words and rows. */
export function resultOf(input: PlanInput, built: BuiltMatch, plan: MatchPlan): PlanResult {
  const people = new Map(input.candidates.map((one) => [one.mobilityId, one]))
  const locked = new Set(input.locks.map((pair) => pairKey(...pair)))
  const before = new Map(input.current ?? [])
  const seats = seatsLeft(built.instance, plan.assigned)
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
    positions: input.openings.map(({ id, title, company, companyId, places }) => ({
      id,
      title,
      company,
      companyId,
      places,
      used: places - (seats.places.get(id) ?? places),
    })),
    contradictions: (plan.reasons ?? []).map(matchReasonInEnglish),
  }
}
