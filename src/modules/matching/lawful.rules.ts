import type { MatchInstance, MatchReason, Pair } from './match.rules.ts'
import { seatsOf } from './seats.rules.ts'

/** What locks contradict: each other, the allowed pairs, places, limits or days of rest. Empty: they can all hold. */
export function contradictions(instance: MatchInstance): MatchReason[] {
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
  return [...reasons, ...seatsOf(instance, seats).over()]
}

/** Whether a plan breaks nothing: allowed pairs, one place each, places, limits, rest, locks. */
export function isLawful(instance: MatchInstance, assigned: readonly Pair[]): boolean {
  const allowed = new Set(instance.scores.map(([who, where]) => JSON.stringify([who, where])))
  const where = new Map(assigned)
  if (where.size !== assigned.length || assigned.some((pair) => !allowed.has(JSON.stringify(pair))))
    return false
  return (
    seatsOf(instance, assigned).over().length === 0 &&
    (instance.locks ?? []).every(([who, position]) => where.get(who) === position)
  )
}
