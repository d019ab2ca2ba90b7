import { solve, type Progress } from '#server/optimise/solver.ts'
import { contradictions } from './lawful.rules.ts'
import { problemOf } from './match-problem.ts'
import {
  movedOf,
  openEdges,
  scoreOf,
  type Edge,
  type MatchInstance,
  type MatchReason,
  type Pair,
} from './match.rules.ts'
import { seatsOf } from './seats.rules.ts'
import { whyWithoutPlace } from './match-reasons.rules.ts'

export interface MatchPlan {
  assigned: Pair[]
  unassigned: { id: string; reasons: MatchReason[] }[]
  placed: number
  /** People with a current place who do not keep it. */
  moved: number
  score: number
  /** What the score cannot exceed for that number placed and moved; null where nothing is proven. */
  bound: number | null
  status: 'optimal' | 'feasible' | 'infeasible'
  /** Why locks cannot hold. */
  reasons?: MatchReason[]
}

/** How far a match is: goals one after the other, each with the best so far and what nothing can exceed where they are known. */
export interface MatchProgress {
  stage: 'placed' | 'kept' | 'wishes'
  step: number
  steps: number
  best: number | null
  bound: number | null
  /** How many have a place, once that is settled. */
  placed: number | null
}

interface SolveLimits {
  seconds: number
  stop?: () => boolean
  progress?: (at: MatchProgress) => void
}

/**
 * The most people placed, then the fewest moved, then the highest score; proven, or with its bound where the time ran out. The same instance
 * gives the same plan.
 */
export async function solveMatch(
  instance: MatchInstance,
  { progress, ...limits }: SolveLimits,
): Promise<MatchPlan> {
  const reasons = contradictions(instance)
  if (reasons.length > 0) return { ...planOf(instance, []), bound: null, status: 'infeasible', reasons }
  const locks = [...new Map(instance.locks ?? [])]
  const seats = seatsOf(instance, locks)
  const edges = openEdges(instance).filter(
    ({ participant, position }) => !seats.hindrance(participant, position),
  )
  const start = byHand(instance, locks, edges)
  const problem = problemOf(instance, { locks, start, seats, edges })
  const solved = await solve(problem, {
    ...limits,
    ...(progress ? { progress: (at) => progress(progressOf(instance, locks, at)) } : {}),
  })
  const chosen = edges.filter((_edge, at) => (solved.values[at] ?? 0) > 0.5).map(pairOf)
  const plan = planOf(instance, [...locks, ...chosen])
  if (solved.status === 'optimal') return { ...plan, bound: plan.score, status: 'optimal' }
  const last = solved.reached.length === goalCount(instance) ? solved.reached.at(-1) : undefined
  const bound = last && Number.isFinite(last.bound) ? last.bound + scoreOf(instance, locks) : null
  return {
    ...plan,
    bound: bound === null ? roughBound(instance) : Math.max(bound, plan.score),
    status: 'feasible',
  }
}

const stages = {
  2: ['placed', 'wishes'],
  3: ['placed', 'kept', 'wishes'],
} as const

/** The solver's progress in people and points of the whole plan, locks included. */
function progressOf(
  instance: MatchInstance,
  locks: readonly Pair[],
  { goal, best, bound, reached }: Progress,
): MatchProgress {
  const steps = goalCount(instance)
  const stage = stages[steps][goal] ?? 'wishes'
  const own = { placed: locks.length, wishes: scoreOf(instance, locks) }
  const where = new Map(locks)
  const kept = (instance.current ?? []).filter(([who, position]) => where.get(who) === position).length
  const more = { ...own, kept }[stage]
  return {
    stage,
    step: goal + 1,
    steps,
    best: best === null ? null : Math.round(best + more),
    bound: bound === null ? null : Math.floor(bound + more + 1e-6),
    placed: reached[0] === undefined ? null : Math.round(reached[0] + locks.length),
  }
}

const pairOf = ({ participant, position }: Edge): Pair => [participant, position]
const goalCount = ({ current }: MatchInstance): 2 | 3 => (current ? 3 : 2)

function planOf(instance: MatchInstance, assigned: readonly Pair[]): Omit<MatchPlan, 'bound' | 'status'> {
  const where = new Map(assigned)
  const pairs: Pair[] = instance.participants.flatMap(({ id }) => {
    const position = where.get(id)
    return position === undefined ? [] : [[id, position] as const]
  })
  return {
    assigned: pairs,
    unassigned: whyWithoutPlace(instance, pairs),
    placed: pairs.length,
    moved: movedOf(instance, pairs),
    score: scoreOf(instance, pairs),
  }
}

/** Each at the best place they could have: nothing can exceed that. */
function roughBound(instance: MatchInstance): number {
  const best = new Map<string, number>()
  for (const [participant, , score] of instance.scores)
    best.set(participant, Math.max(best.get(participant) ?? 0, score))
  const friends = (instance.friends ?? []).reduce((sum, [, , worth]) => sum + Math.max(0, worth), 0)
  return [...best.values()].reduce((sum, score) => sum + score, friends)
}

/** A lawful plan to begin with, which stands where time runs out before a better one is found: the best pair first. */
function byHand(instance: MatchInstance, locks: readonly Pair[], edges: readonly Edge[]): Pair[] {
  const kept = new Map(instance.current ?? [])
  const order = edges.toSorted(
    (a, b) =>
      Number(kept.get(b.participant) === b.position) - Number(kept.get(a.participant) === a.position) ||
      b.score - a.score,
  )
  const seats = seatsOf(instance, locks)
  const chosen = new Map<string, string>()
  for (const { participant, position } of order) {
    if (chosen.has(participant) || seats.hindrance(participant, position)) continue
    chosen.set(participant, position)
    seats.seat(participant, position)
  }
  return [...chosen]
}
