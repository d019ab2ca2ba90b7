import { addDays, isDay, type Day } from '#shared/dates.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { isTyping, useKey } from '#web/layout/use-key.ts'
import { mondayOf, type Span } from '../days.rules.ts'

/** What a week board shows, kept in the address. */
export interface BoardAsked {
  monday: Day
  span: Span
  rows: 'companies' | 'homes'
  sender: string
  flow: string
  town: string
  field: string
}

/** The board's address, and how it is changed. */
export function useBoardAddress(): [BoardAsked, (change: Record<string, string | null>) => void] {
  const [get, set] = useAddress()
  const from = get('from')
  return [
    {
      monday: mondayOf(isDay(from) ? from : todayHere()),
      span: get('span') === 'weeks' ? 'weeks' : 'week',
      rows: get('rows') === 'homes' ? 'homes' : 'companies',
      sender: get('sender'),
      flow: get('flow'),
      town: get('town'),
      field: get('field'),
    },
    set,
  ]
}

/** Days that one step goes on: a week, or as many as are shown. */
export const stepOf = (span: Span): number => (span === 'week' ? 7 : 56)

/** ← and → go a step back and on, unless one types or stands in something that uses them itself. */
export function useArrows(back: () => void, on: () => void): void {
  useKey((event) => {
    const inside =
      event.target instanceof Element &&
      event.target.closest('[data-own-arrows], [role="radiogroup"], [role="slider"]')
    if (isTyping(event) || inside || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return false
    if (event.key === 'ArrowLeft') back()
    else if (event.key === 'ArrowRight') on()
    else return false
    return true
  })
}

export const shifted = (monday: Day, span: Span, steps: number): Day => addDays(monday, steps * stepOf(span))
