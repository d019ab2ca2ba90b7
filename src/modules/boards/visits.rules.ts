import { addDays, type Day } from '#shared/dates.ts'
import type { Period } from './days.rules.ts'

/** A working value until an organisation sets its own: how often companies with trainees are visited is not told by any rule of the programme. */
export const usualVisitDays = 60

/** Why a company is to be visited in a week; words in `boards:visit.<reason>`. */
export type VisitReason = 'first-week' | 'never' | 'interval'

/**
 * Whether a company with trainees in a week is due for a visit: somebody began there in that week or the one before and nobody came since, it was
 * never visited, or the last visit is longer ago than `every` days on the week's last day.
 */
export function visitDue(
  week: Period,
  every: number,
  lastVisit: Day | null,
  starts: readonly Day[],
): VisitReason | null {
  const began = starts.filter((day) => day <= week.to && day >= addDays(week.from, -7)).toSorted()[0]
  if (began !== undefined && (lastVisit === null || lastVisit < began)) return 'first-week'
  if (lastVisit === null) return 'never'
  return addDays(lastVisit, every) < week.to ? 'interval' : null
}
