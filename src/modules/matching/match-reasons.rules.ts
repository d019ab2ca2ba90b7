import type { MatchInstance, MatchReason, Pair } from './match.rules.ts'
import { seatsOf } from './seats.rules.ts'

/**
 * Why each of these has no place in a plan: nothing is allowed, all that is allowed is full while they would be there, a limit or a company's
 * rest holds them out, or there is a place that only somebody else's loss would free. One reason for each kind, with the positions it is about.
 */
export function whyWithoutPlace(
  instance: MatchInstance,
  assigned: readonly Pair[],
): { id: string; reasons: MatchReason[] }[] {
  const placed = new Set(assigned.map(([participant]) => participant))
  const seats = seatsOf(instance, assigned)
  const choices = Map.groupBy(instance.scores, ([participant]) => participant)
  return instance.participants
    .filter(({ id }) => !placed.has(id))
    .map((participant) => {
      const where = (choices.get(participant.id) ?? []).map(([, position]) => position)
      if (where.length === 0) return { id: participant.id, reasons: [{ code: 'no-position' as const }] }
      const reasons = new Map<string, MatchReason & { positions: string[] }>()
      for (const id of where) {
        const stands = seats.hindrance(participant.id, id) ?? { code: 'others-would-lose' as const }
        const key = JSON.stringify(stands)
        const known = reasons.get(key)
        if (known) known.positions.push(id)
        else reasons.set(key, { ...stands, positions: [id] })
      }
      return {
        id: participant.id,
        reasons: [...reasons.values()]
          .map((reason) => ({ ...reason, count: reason.positions.length }))
          .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
      }
    })
}

const order: readonly MatchReason['code'][] = ['full', 'pool-full', 'limit', 'no-rest', 'others-would-lose']

const list = (ids: readonly string[]): string =>
  ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ')

/** A reason in English, for the command line and the API; screens have their own words. */
export function matchReasonInEnglish(reason: MatchReason): string {
  const positions = list(reason.positions ?? [])
  const words: Record<MatchReason['code'], string> = {
    'no-position': 'No position is allowed for this participant.',
    full: `${reason.count} allowed: all places taken (${positions}).`,
    'pool-full': `${reason.count} allowed, but together with others they are full (${positions}).`,
    'no-rest': `${reason.count} allowed, but there would be too few days of rest between groups (${positions}).`,
    'locked-no-rest': `Groups are locked to ${reason.position} and its neighbours with too few days of rest between them.`,
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
