import { isOpen, statusOrder, type Status } from '#modules/mobilities/statuses.rules.ts'
import type { Day } from '#shared/dates.ts'
import { isStillAsked, lookOfDay, type TaskLook } from './task.rules.ts'

/** The fixed stations of every line. */
export type Landmark = 'application' | 'departure' | 'return' | 'recognition'

/** The status from which on the main path a landmark is passed. */
const passedFrom: Record<Landmark, Status> = {
  application: 'selected',
  departure: 'abroad',
  return: 'returned',
  recognition: 'closed',
}

interface Seen {
  status: Status
  departure: Day | null
  today: Day
  endDay?: Day | null
}

/** How a landmark looks: passed, struck off because the mobility ended before it, or by its day. */
export function landmarkLook(landmark: Landmark, due: Day | null, seen: Seen): TaskLook {
  const { status, today } = seen
  if (isPassed(landmark, seen)) return 'done'
  if (!isOpen(status) && !hasFollowUp(seen)) return 'waived'
  return lookOfDay(due, today)
}

function isPassed(landmark: Landmark, seen: Seen): boolean {
  const { status } = seen
  if (status === 'interrupted') return landmark === 'application' || landmark === 'departure'
  if (hasFollowUp(seen)) return landmark !== 'recognition'
  if (!isOpen(status) && status !== 'closed') return landmark === 'application'
  return statusOrder(status) >= statusOrder(passedFrom[landmark])
}

/** A stay that was cut short after it began: what follows the return goes on. */
function hasFollowUp({ status, departure, endDay }: Seen): boolean {
  return !isOpen(status) && isStillAsked({ anchor: 'return' }, status, departure, endDay ?? null)
}
