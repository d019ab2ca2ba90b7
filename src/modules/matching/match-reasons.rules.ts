import { limitsOn, seatsLeft, type MatchInstance, type MatchReason, type Pair } from './match.rules.ts'

/**
 * Why each of these has no place in a plan: nothing is allowed, all that is allowed is full, a limit holds them out, or there is a place that only
 * somebody else's loss would free. One reason for each kind, with the positions it is about.
 */
export function whyWithoutPlace(
  instance: MatchInstance,
  assigned: readonly Pair[],
): { id: string; reasons: MatchReason[] }[] {
  const placed = new Set(assigned.map(([participant]) => participant))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const seats = seatsLeft(instance, assigned)
  const choices = Map.groupBy(instance.scores, ([participant]) => participant)
  return instance.participants
    .filter(({ id }) => !placed.has(id))
    .map((participant) => {
      const where = (choices.get(participant.id) ?? []).map(([, position]) => position)
      if (where.length === 0) return { id: participant.id, reasons: [{ code: 'no-position' as const }] }
      const full: string[] = []
      const pooled: string[] = []
      const limited = new Map<string, { positions: string[]; reason: MatchReason }>()
      const free: string[] = []
      for (const id of where) {
        const position = positions.get(id)
        if (!position) continue
        const held = limitsOn(participant, position).find(
          ({ key, most }) => (seats.limits.get(key) ?? most) <= 0,
        )
        const pool = position.pool === undefined ? Infinity : (seats.pools.get(position.pool) ?? Infinity)
        if ((seats.places.get(id) ?? 0) <= 0) full.push(id)
        else if (pool <= 0) pooled.push(id)
        else if (held) {
          const key = JSON.stringify([held.kind, held.group])
          const entry = limited.get(key) ?? {
            positions: [],
            reason: { code: 'limit', kind: held.kind, group: held.group },
          }
          entry.positions.push(id)
          limited.set(key, entry)
        } else free.push(id)
      }
      const reasons: MatchReason[] = [
        ...(full.length > 0 ? [{ code: 'full' as const, positions: full, count: full.length }] : []),
        ...(pooled.length > 0
          ? [{ code: 'pool-full' as const, positions: pooled, count: pooled.length }]
          : []),
        ...[...limited.values()].map(({ positions: at, reason }) => ({
          ...reason,
          positions: at,
          count: at.length,
        })),
        ...(free.length > 0
          ? [{ code: 'others-would-lose' as const, positions: free, count: free.length }]
          : []),
      ]
      return { id: participant.id, reasons }
    })
}

const list = (ids: readonly string[]): string =>
  ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ')

/** A reason in English, for the command line and the API; screens have their own words. */
export function matchReasonInEnglish(reason: MatchReason): string {
  const positions = list(reason.positions ?? [])
  const words: Record<MatchReason['code'], string> = {
    'no-position': 'No position is allowed for this participant.',
    full: `${reason.count} allowed: all places taken (${positions}).`,
    'pool-full': `${reason.count} allowed, but together with others they are full (${positions}).`,
    'locked-over-pool': `${reason.count} too many are locked to positions of ${reason.position}.`,
    limit: `${reason.count} allowed, but no more of ${reason.kind} ${reason.group} may come (${positions}).`,
    'others-would-lose': `A place is left at ${positions}, but the best plan does not use it.`,
    'locked-twice': `${reason.participant} is locked to two positions at once (${positions}).`,
    'locked-not-allowed': `${reason.participant} is locked to ${reason.position}, which is not among the allowed pairs.`,
    'locked-too-many': `${reason.count} people are locked to ${reason.position}, which has fewer places.`,
    'locked-over-limit': `${reason.count} people of ${reason.kind} ${reason.group} are locked to ${reason.position}, which takes fewer of one ${reason.kind}.`,
  }
  return words[reason.code]
}
