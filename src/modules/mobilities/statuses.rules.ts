import { addDays, type Day } from '#shared/dates.ts'

/** The way of a mobility that goes well, in order. */
export const mainStatuses = [
  'draft',
  'selected',
  'accepted',
  'placed',
  'ready',
  'abroad',
  'returned',
  'assessed',
  'closed',
] as const

/** The ways it can leave that path, each with a reason and a day. `interrupted` can be resumed. */
export const endStatuses = ['withdrawn', 'cancelled', 'interrupted', 'ended-early', 'force-majeure'] as const

export const statuses = [...mainStatuses, ...endStatuses] as const
export type Status = (typeof statuses)[number]
export type Phase = 'preparation' | 'implementation' | 'follow-up' | 'over'

const phases: Record<Status, Phase> = {
  draft: 'preparation',
  selected: 'preparation',
  accepted: 'preparation',
  placed: 'preparation',
  ready: 'preparation',
  abroad: 'implementation',
  returned: 'follow-up',
  assessed: 'follow-up',
  closed: 'over',
  withdrawn: 'over',
  cancelled: 'over',
  interrupted: 'implementation',
  'ended-early': 'over',
  'force-majeure': 'over',
}

/** Whether the text is a status at all (for values from files and addresses). */
export const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text)

/** Whether the mobility has left the main path. */
export const isEnd = (status: Status): boolean => (endStatuses as readonly Status[]).includes(status)

/** Whether work on it still goes on: on the main path and not closed, or interrupted and perhaps resumed. */
export const isOpen = (status: Status): boolean => phases[status] !== 'over'

/** The phase of the work (SoftMob's guidance: preparation, implementation, follow-up), or `over`. */
export const phaseOf = (status: Status): Phase => phases[status]

/** Where a status stands when a list is sorted by status: 0 for draft; the ends come last. */
export const statusOrder = (status: Status): number => statuses.indexOf(status)

/**
 * Days after the return in which follow-up is still expected: surveys and sharing reach to twelve weeks
 * (workflow B.2 row 28; a working value, nothing official sets it).
 */
export const followUpDays = 84

/**
 * The status that the calendar alone gives to a stay already begun when it is brought in from a file:
 * `abroad` while it lasts, `returned` in the twelve weeks after, `closed` later; null when it lies ahead or has no dates.
 */
export function statusOfPastStay(
  departure: Day | null,
  returnDate: Day | null,
  today: Day,
): 'abroad' | 'returned' | 'closed' | null {
  if (departure === null || returnDate === null || today < departure) return null
  if (today <= returnDate) return 'abroad'
  return today <= addDays(returnDate, followUpDays) ? 'returned' : 'closed'
}
