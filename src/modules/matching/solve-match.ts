import { addRow, noRows, solve, type Limits, type Problem } from '#server/optimise/solver.ts'
import {
  contradictions,
  limitsOn,
  movedOf,
  openEdges,
  scoreOf,
  seatsLeft,
  type Edge,
  type MatchInstance,
  type MatchPosition,
  type MatchReason,
  type Pair,
} from './match.rules.ts'
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

/**
 * The most people placed, then the fewest moved, then the highest score; proven, or with its bound where the time ran out. The same instance
 * gives the same plan.
 */
export async function solveMatch(instance: MatchInstance, limits: Limits): Promise<MatchPlan> {
  const reasons = contradictions(instance)
  if (reasons.length > 0) return { ...planOf(instance, []), bound: null, status: 'infeasible', reasons }
  const locks = [...new Map(instance.locks ?? [])]
  const edges = openEdges(instance)
  const solved = await solve(problemOf(instance, locks, edges), limits)
  const chosen =
    solved.status === 'none'
      ? byHand(instance, locks, edges)
      : edges.filter((_edge, at) => (solved.values[at] ?? 0) > 0.5).map(pairOf)
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

const pairOf = ({ participant, position }: Edge): Pair => [participant, position]
const goalCount = ({ current }: MatchInstance): number => (current ? 3 : 2)

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

/** A lawful plan where the solver found none in time: the best pair first. */
function byHand(instance: MatchInstance, locks: readonly Pair[], edges: readonly Edge[]): Pair[] {
  const participants = new Map(instance.participants.map((one) => [one.id, one]))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const kept = new Map(instance.current ?? [])
  const order = edges.toSorted(
    (a, b) =>
      Number(kept.get(b.participant) === b.position) - Number(kept.get(a.participant) === a.position) ||
      b.score - a.score,
  )
  const { places, pools, limits } = seatsLeft(instance, locks)
  const chosen = new Map<string, string>()
  for (const { participant, position } of order) {
    const [who, where] = [participants.get(participant), positions.get(position)]
    if (!who || !where || chosen.has(participant) || (places.get(position) ?? 0) <= 0) continue
    const pool = where.pool ?? ''
    if ((pools.get(pool) ?? 1) <= 0) continue
    const binding = limitsOn(who, where)
    if (binding.some(({ key, most }) => (limits.get(key) ?? most) <= 0)) continue
    chosen.set(participant, position)
    places.set(position, (places.get(position) ?? 0) - 1)
    pools.set(pool, (pools.get(pool) ?? Infinity) - 1)
    for (const { key, most } of binding) limits.set(key, (limits.get(key) ?? most) - 1)
  }
  return [...chosen]
}

/**
 * One column for each pair. People, positions and their pools alone, with one kind of limit inside a position, make a network: all its vertices are whole,
 * so are those of the face on which a goal is reached, and the relaxation is enough. Several kinds of limits at one position, or friends, need
 * whole columns.
 */
function problemOf(instance: MatchInstance, locks: readonly Pair[], edges: readonly Edge[]): Problem {
  const participants = new Map(instance.participants.map((one) => [one.id, one]))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const left = seatsLeft(instance, locks)
  const rows = noRows()
  const byPerson = new Map<string, number[]>()
  const byPosition = new Map<string, number[]>()
  const byLimit = new Map<string, { most: number; columns: number[] }>()
  for (const [column, { participant, position }] of edges.entries()) {
    push(byPerson, participant, column)
    push(byPosition, position, column)
    const [who, where] = [participants.get(participant), positions.get(position)]
    if (!who || !where) continue
    for (const { key, most } of limitsOn(who, where)) {
      const entry = byLimit.get(key) ?? { most: left.limits.get(key) ?? most, columns: [] }
      entry.columns.push(column)
      byLimit.set(key, entry)
    }
  }
  for (const columns of byPerson.values()) addRow(rows, 0, 1, ones(columns))
  for (const [id, columns] of byPosition) {
    const places = left.places.get(id) ?? 0
    if (columns.length > places) addRow(rows, 0, places, ones(columns))
  }
  for (const [pool, columns] of Map.groupBy(edges.keys(), (column) => poolOf(positions, edges[column]))) {
    const places = left.pools.get(pool) ?? Infinity
    if (columns.length > places) addRow(rows, 0, Math.max(0, places), ones(columns))
  }
  const tight = new Set<string>()
  for (const [key, { most, columns }] of byLimit)
    if (columns.length > most) {
      addRow(rows, 0, Math.max(0, most), ones(columns))
      tight.add((JSON.parse(key) as string[]).slice(0, 2).join('\n'))
    }
  const kinds = [...tight].map((key) => key.split('\n')[0] ?? '')
  const severalKinds = new Set(kinds).size < kinds.length
  const upper = edges.map(() => 1)
  const score = edges.map((edge) => edge.score)
  const together = friendColumns(instance, locks, edges)
  for (const { worth, one, other } of together) {
    const column = upper.length
    upper.push(1)
    score.push(worth)
    // Together at a position only as far as each of the two is there.
    for (const seat of [one, other])
      if (seat !== null)
        addRow(rows, -1, 0, [
          [column, 1],
          [seat, -1],
        ])
  }
  const placed = upper.map((_one, column) => (column < edges.length ? 1 : 0))
  const kept = new Map(instance.current ?? [])
  const keeps = upper.map((_one, column) => {
    const edge = edges[column]
    return edge && kept.get(edge.participant) === edge.position ? 1 : 0
  })
  return {
    upper,
    rows,
    goals: instance.current ? [placed, keeps, score] : [placed, score],
    whole: severalKinds || together.length > 0,
  }
}

/** For each pair of friends and each position both could have: the columns of their seats, null where one is locked there. */
function friendColumns(
  instance: MatchInstance,
  locks: readonly Pair[],
  edges: readonly Edge[],
): { worth: number; one: number | null; other: number | null }[] {
  if (!instance.friends?.length) return []
  const seats = new Map<string, Map<string, number | null>>()
  for (const [participant, position] of locks) seats.set(participant, new Map([[position, null]]))
  for (const [column, { participant, position }] of edges.entries()) {
    const own = seats.get(participant) ?? new Map<string, number | null>()
    own.set(position, column)
    seats.set(participant, own)
  }
  return instance.friends.flatMap(([one, other, worth]) =>
    [...(seats.get(one) ?? [])].flatMap(([position, column]) => {
      const beside = seats.get(other)?.get(position)
      return beside === undefined || worth <= 0 ? [] : [{ worth, one: column, other: beside }]
    }),
  )
}

const poolOf = (positions: ReadonlyMap<string, MatchPosition>, edge: Edge | undefined): string =>
  positions.get(edge?.position ?? '')?.pool ?? ''

const ones = (columns: readonly number[]): [number, number][] => columns.map((column) => [column, 1])

function push(map: Map<string, number[]>, key: string, column: number): void {
  const columns = map.get(key)
  if (columns) columns.push(column)
  else map.set(key, [column])
}
