import { VisuallyHidden } from '@mantine/core'
import { daysBetween, todayIn, type Day } from '#shared/dates.ts'
import { useFormat } from './formatters.ts'

/** Up to this many days away a day is told by its distance; beyond, the date says more. */
const nearby = 60

/** Today where the reader is. */
export function todayHere(now: Date = new Date()): Day {
  return todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now)
}

/** A day as people say it ("in 12 days"); the exact date on hover and for screen readers. */
export function When({ day, today = todayHere() }: { day: Day; today?: Day }) {
  const format = useFormat()
  const days = daysBetween(today, day)
  const exact = format.date(day, 'long')
  const relative = format.relativeDays(days)
  const near = Math.abs(days) <= nearby
  return (
    <time dateTime={day} title={near ? exact : relative}>
      {near ? relative : format.date(day)}
      {near && <VisuallyHidden component="span">{` (${exact})`}</VisuallyHidden>}
    </time>
  )
}
