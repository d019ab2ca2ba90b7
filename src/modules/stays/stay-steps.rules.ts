import type { Day } from '#shared/dates.ts'

export type Step = 'planned' | 'checked-in' | 'checked-out' | 'cancelled'

/** What may follow; each can be taken back. A bed is taken back before anybody sleeps in it: afterwards people check out. */
const ways: Record<Step, readonly Step[]> = {
  planned: ['checked-in', 'cancelled'],
  'checked-in': ['checked-out', 'planned'],
  'checked-out': ['checked-in'],
  cancelled: ['planned'],
}

export const mayFollow = (from: Step, to: Step): boolean => from === to || ways[from].includes(to)

/** Whoever leaves early frees the bed from that day on; a night is the least. */
export function endsOnAfter(endsOn: Day, leftOn: Day | null, dayAfterStart: Day): Day {
  if (leftOn === null || leftOn >= endsOn) return endsOn
  return leftOn > dayAfterStart ? leftOn : dayAfterStart
}
