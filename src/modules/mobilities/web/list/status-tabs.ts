import { isStatus, statusOrder } from '../../statuses.rules.ts'

export interface StatusTab {
  status: string
  count: number
}

/** The statuses that occur or are chosen, along the way of a mobility. */
export function statusTabs(counted: readonly { value: string; count: number }[], chosen: readonly string[]) {
  const counts = new Map(chosen.map((status) => [status, 0]))
  for (const { value, count } of counted) counts.set(value, count)
  return [...counts]
    .map(([status, count]): StatusTab => ({ status, count }))
    .toSorted((a, b) => placeOf(a.status) - placeOf(b.status))
}

const placeOf = (status: string): number => (isStatus(status) ? statusOrder(status) : Infinity)
