import type { Period } from './load.rules.ts'
import { always, type Taken } from './over-time.rules.ts'

/** Somebody who needs a place; `groups` are what limits count by, such as the school. */
export interface MatchParticipant {
  id: string
  groups?: Readonly<Record<string, string>>
  /** When; left out: all the time. */
  stay?: Period
}

/** Where there are places at once; `limits` say how many of one and the same group may be there at once, by kind of group. */
export interface MatchPosition {
  id: string
  places: number
  limits?: Readonly<Record<string, number>>
  /** What it shares with others, such as its company. */
  pool?: string
  /** Who holds places already. */
  taken?: readonly (Taken & { groups?: Readonly<Record<string, string>> })[]
}

/** What several positions share, such as a company: how many it takes at once (null: no limit), and its days of rest between groups. */
export interface MatchPool {
  id: string
  places: number | null
  taken?: readonly Taken[]
  restDays?: number
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
  pools?: readonly MatchPool[]
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
    | 'no-rest'
    | 'locked-over-pool'
    | 'locked-no-rest'
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

const limitKey = (position: string, kind: string, group: string): string =>
  JSON.stringify([position, kind, group])

export const stayOf = (participant: MatchParticipant | undefined): Period => participant?.stay ?? always

/** The limits that bind somebody at a position, each with a key of its own and with what it allows. */
export function limitsOn(
  participant: MatchParticipant,
  position: MatchPosition,
): { key: string; kind: string; group: string; most: number }[] {
  return Object.entries(position.limits ?? {}).flatMap(([kind, most]) => {
    const group = participant.groups?.[kind]
    return group === undefined ? [] : [{ key: limitKey(position.id, kind, group), kind, group, most }]
  })
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
