import { useSearchParams } from 'react-router'
import { addDays, isDay } from '#shared/dates.ts'
import { todayHere } from '#web/i18n/When.tsx'
import type { Direction } from '../travel-means.rules.ts'

export interface ArrivalsQuery {
  direction: Direction
  from: string
  to: string
  flow: string
  town: string
  q: string
  late: boolean
  waiting: boolean
}

/** Filters of the lists of arrivals and transfers, in the address so that a link shows the same. */
export function useArrivalsQuery(): [ArrivalsQuery, (change: Partial<ArrivalsQuery>) => void] {
  const [params, setParams] = useSearchParams()
  const day = (name: string, otherwise: string): string => {
    const text = params.get(name) ?? ''
    return isDay(text) ? text : otherwise
  }
  const from = day('from', todayHere())
  const query: ArrivalsQuery = {
    direction: params.get('direction') === 'back' ? 'back' : 'out',
    from,
    to: day('to', addDays(from, 28)),
    flow: params.get('flow') ?? '',
    town: params.get('town') ?? '',
    q: params.get('q') ?? '',
    late: params.get('late') === 'true',
    waiting: params.get('waiting') === 'true',
  }
  const change = (next: Partial<ArrivalsQuery>): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(next))
          if (value === '' || value === false) after.delete(name)
          else after.set(name, String(value))
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return [query, change]
}

/** As the API takes them. */
export const asked = ({ direction, from, to, flow, town, q, late, waiting }: ArrivalsQuery) => ({
  direction,
  from,
  to,
  ...(flow ? { flow } : {}),
  ...(town ? { town } : {}),
  ...(q.trim() ? { q: q.trim() } : {}),
  ...(late ? { late: 'true' as const } : {}),
  ...(waiting ? { waiting: 'true' as const } : {}),
})
