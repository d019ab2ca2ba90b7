import { useSearchParams } from 'react-router'
import { isDay } from '#shared/dates.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { boardLengths, mondayOf, type BoardView } from '../../board.rules.ts'

/** What the board shows, as the address says it. */
export function useBoard() {
  const [address, setAddress] = useSearchParams()
  const view: BoardView = address.get('view') === 'month' ? 'month' : 'weeks'
  const asked = address.get('from')
  const from = asked && isDay(asked) ? asked : mondayOf(todayHere())
  const turn = (change: Record<string, string | null>): void =>
    setAddress(
      (now) => {
        const next = new URLSearchParams(now)
        for (const [name, value] of Object.entries(change))
          if (value) next.set(name, value)
          else next.delete(name)
        return next
      },
      { replace: true },
    )
  return {
    view,
    from,
    count: boardLengths[view],
    q: address.get('q') ?? '',
    free: address.get('free') === 'true',
    turn,
  }
}
