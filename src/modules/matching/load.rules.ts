import { daysBetween, type Day } from '#shared/dates.ts'

/** What a company says about how many it takes; null: no such limit. */
export interface LoadLimits {
  employees: number | null
  mostTrainees: number | null
  employeesPerTrainee: number | null
}

/** How many trainees a company takes at once: the smaller of its own limit and one for so many employees; null where neither is known. */
export function mostAtOnce({ employees, mostTrainees, employeesPerTrainee }: LoadLimits): number | null {
  const bySize =
    employees === null || employeesPerTrainee === null ? null : Math.floor(employees / employeesPerTrainee)
  if (mostTrainees === null || bySize === null) return mostTrainees ?? bySize
  return Math.min(mostTrainees, bySize)
}

export interface Period {
  from: Day
  to: Day
}

/** Days without trainees that would lie between a stay and the nearest group before or after it; null where nobody else comes. */
export function restAround(stay: Period, groups: readonly Period[]): number | null {
  const gaps = groups.flatMap(({ from, to }) => {
    if (to < stay.from) return [daysBetween(to, stay.from) - 1]
    // Groups that overlap are at the company together: nobody rests between them.
    return from > stay.to ? [daysBetween(stay.to, from) - 1] : []
  })
  return gaps.length === 0 ? null : Math.min(...gaps)
}
