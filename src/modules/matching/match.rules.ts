/** Somebody who needs a place; `groups` are what limits count by, such as the school. */
export interface MatchParticipant {
  id: string
  groups?: Readonly<Record<string, string>>
}

/** Where there are places; `limits` say how many of one and the same group may come, by kind of group. */
export interface MatchPosition {
  id: string
  places: number
  limits?: Readonly<Record<string, number>>
  /** What it shares with others, such as its company. */
  pool?: string
}

/** A participant at a position. */
export type Pair = readonly [participant: string, position: string]

/** What is to be matched. Only pairs with a score are allowed. */
export interface MatchInstance {
  participants: readonly MatchParticipant[]
  positions: readonly MatchPosition[]
  scores: readonly (readonly [participant: string, position: string, score: number])[]
  /** Pairs that hold whatever happens. */
  locks?: readonly Pair[]
  /** How many all positions of a pool take together. */
  pools?: readonly { id: string; places: number }[]
  /** Where people are now: then as few as possible are moved. A position that is gone may be named. */
  current?: readonly Pair[]
  /** Two people and what it is worth to have them at one position. */
  friends?: readonly (readonly [one: string, other: string, worth: number])[]
}

/** Why somebody has no place, or why nothing can be matched: a code and what it is about. */
export interface MatchReason {
  code:
    | 'no-position'
    | 'full'
    | 'limit'
    | 'pool-full'
    | 'locked-over-pool'
    | 'others-would-lose'
    | 'locked-twice'
    | 'locked-not-allowed'
    | 'locked-too-many'
    | 'locked-over-limit'
  participant?: string
  position?: string
  positions?: readonly string[]
  /** How many people, places or positions. */
  count?: number
  kind?: string
  group?: string
}

/** An unlocked pair as a column of the problem. */
export interface Edge {
  participant: string
  position: string
  score: number
}

/** How many more a position takes once the locks are seated. */
export interface Seats {
  places: Map<string, number>
  pools: Map<string, number>
  /** By position, kind of group and group. */
  limits: Map<string, number>
}

const limitKey = (position: string, kind: string, group: string): string =>
  JSON.stringify([position, kind, group])

/** The limits that bind somebody at a position, as keys of `Seats.limits`, each with what it allows. */
export function limitsOn(
  participant: MatchParticipant,
  position: MatchPosition,
): { key: string; kind: string; group: string; most: number }[] {
  return Object.entries(position.limits ?? {}).flatMap(([kind, most]) => {
    const group = participant.groups?.[kind]
    return group === undefined ? [] : [{ key: limitKey(position.id, kind, group), kind, group, most }]
  })
}

/** What locks contradict: each other, the allowed pairs, places or limits. Empty: they can all hold. */
export function contradictions(instance: MatchInstance): MatchReason[] {
  const participants = new Map(instance.participants.map((one) => [one.id, one]))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const allowed = new Set(instance.scores.map(([who, where]) => JSON.stringify([who, where])))
  const reasons: MatchReason[] = []
  const seats = new Map<string, string>()
  for (const [participant, position] of instance.locks ?? []) {
    const other = seats.get(participant)
    if (other !== undefined && other !== position)
      reasons.push({ code: 'locked-twice', participant, positions: [other, position] })
    seats.set(participant, position)
    if (!allowed.has(JSON.stringify([participant, position])))
      reasons.push({ code: 'locked-not-allowed', participant, position })
  }
  const counts = new Map<string, number>()
  const over = new Map<string, MatchReason>()
  for (const [participantId, positionId] of seats) {
    const [participant, position] = [participants.get(participantId), positions.get(positionId)]
    if (!participant || !position) continue
    const here = (counts.get(positionId) ?? 0) + 1
    counts.set(positionId, here)
    if (here > position.places)
      over.set(positionId, { code: 'locked-too-many', position: positionId, count: here })
    for (const { key, kind, group, most } of limitsOn(participant, position)) {
      const there = (counts.get(key) ?? 0) + 1
      counts.set(key, there)
      if (there > most)
        over.set(key, { code: 'locked-over-limit', position: positionId, kind, group, count: there })
    }
  }
  for (const [pool, left] of seatsLeft(instance, seats).pools)
    if (left < 0) over.set(`pool ${pool}`, { code: 'locked-over-pool', position: pool, count: -left })
  return [...reasons, ...over.values()]
}

/** What is left once these people are seated. */
export function seatsLeft(instance: MatchInstance, seated: Iterable<Pair>): Seats {
  const participants = new Map(instance.participants.map((one) => [one.id, one]))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const places = new Map(instance.positions.map(({ id, places: all }) => [id, all]))
  const limits = new Map<string, number>()
  const pools = new Map((instance.pools ?? []).map((pool) => [pool.id, pool.places]))
  for (const [who, where] of seated) {
    places.set(where, (places.get(where) ?? 0) - 1)
    const pool = positions.get(where)?.pool
    if (pool !== undefined) pools.set(pool, (pools.get(pool) ?? Infinity) - 1)
    const [participant, position] = [participants.get(who), positions.get(where)]
    if (participant && position)
      for (const { key, most } of limitsOn(participant, position))
        limits.set(key, (limits.get(key) ?? most) - 1)
  }
  return { places, pools, limits }
}

/** The pairs that are still to be decided once the locks hold, in the order given. */
export function openEdges(instance: MatchInstance): Edge[] {
  const locked = new Set((instance.locks ?? []).map(([participant]) => participant))
  return instance.scores
    .filter(([participant]) => !locked.has(participant))
    .map(([participant, position, score]) => ({ participant, position, score }))
}

/** The sum of the scores of pairs and of friends who sit together. */
export function scoreOf(instance: MatchInstance, assigned: Iterable<Pair>): number {
  const where = new Map(assigned)
  let sum = 0
  for (const [participant, position, score] of instance.scores)
    if (where.get(participant) === position) sum += score
  for (const [one, other, worth] of instance.friends ?? [])
    if (where.has(one) && where.get(one) === where.get(other)) sum += worth
  // Tenths that are added a thousand times should still read as tenths.
  return Number(sum.toFixed(6))
}

/** How many of those who have a place now do not keep it. */
export function movedOf(instance: MatchInstance, assigned: Iterable<Pair>): number {
  const where = new Map(assigned)
  return (instance.current ?? []).filter(([who, position]) => where.get(who) !== position).length
}

/** Whether a plan breaks nothing: allowed pairs, one place each, places, limits, locks. */
export function isLawful(instance: MatchInstance, assigned: readonly Pair[]): boolean {
  const allowed = new Set(instance.scores.map(([who, where]) => JSON.stringify([who, where])))
  const where = new Map(assigned)
  if (where.size !== assigned.length || assigned.some((pair) => !allowed.has(JSON.stringify(pair))))
    return false
  const { places, pools, limits } = seatsLeft(instance, assigned)
  return (
    [...places.values(), ...pools.values(), ...limits.values()].every((left) => left >= 0) &&
    (instance.locks ?? []).every(([who, position]) => where.get(who) === position)
  )
}
