import { addDays, daysBetween, type Day } from '#shared/dates.ts'
import { isFirm, isOpen, type Step, type WhyNot } from './placement-steps.rules.ts'

/** One company may hand over to the next within so many days (design inference; nothing official says). */
export const handoverDays = 2

export interface Period {
  startsOn: Day | null
  endsOn: Day | null
  /** Per cent of the whole placement. */
  share: number
}

/** Why a period cannot be: its own days, the days of the stay, the other companies of the same person. */
export function whyNotPeriod(
  own: Period,
  others: readonly (Period & { company: string })[],
  stay: { departure: Day | null; returnDate: Day | null },
): (WhyNot & { field: 'startsOn' | 'endsOn' | 'share' }) | null {
  if (own.startsOn && own.endsOn && own.endsOn < own.startsOn)
    return { field: 'endsOn', code: 'ends-before', values: {} }
  if (own.startsOn && stay.departure && own.startsOn < stay.departure)
    return { field: 'startsOn', code: 'before-stay', values: { day: stay.departure } }
  if (own.endsOn && stay.returnDate && own.endsOn > stay.returnDate)
    return { field: 'endsOn', code: 'after-stay', values: { day: stay.returnDate } }
  for (const other of others) {
    const days = sharedDays(own, other)
    if (days > handoverDays)
      return { field: 'startsOn', code: 'overlap', values: { company: other.company, days } }
  }
  const left = 100 - others.reduce((sum, { share }) => sum + share, 0)
  return own.share > left ? { field: 'share', code: 'share', values: { left: Math.max(0, left) } } : null
}

/** Days that lie in both periods; an open end reaches as far as the other. */
export function sharedDays(
  a: Pick<Period, 'startsOn' | 'endsOn'>,
  b: Pick<Period, 'startsOn' | 'endsOn'>,
): number {
  const from = latest(a.startsOn, b.startsOn)
  const to = earliest(a.endsOn, b.endsOn)
  if (!from || !to) return Number.POSITIVE_INFINITY
  return Math.max(0, daysBetween(from, to) + 1)
}

const latest = (a: Day | null, b: Day | null): Day | null => (!a || !b ? (a ?? b) : a > b ? a : b)
const earliest = (a: Day | null, b: Day | null): Day | null => (!a || !b ? (a ?? b) : a < b ? a : b)

/** How the first company's period and share change when a second one takes over (or comes before it). */
export function makeRoom(first: Period, second: Period): Period {
  const share = Math.max(1, Math.min(first.share, 100 - second.share))
  if (second.startsOn && (!first.startsOn || second.startsOn > first.startsOn))
    return { startsOn: first.startsOn, endsOn: addDays(second.startsOn, -1), share }
  if (second.endsOn) return { startsOn: addDays(second.endsOn, 1), endsOn: first.endsOn, share }
  return { ...first, share }
}

/** What the record says of a person's placements: the company of today or the next one, else the last. */
export function currentOf<T extends Pick<Period, 'startsOn' | 'endsOn'> & { step: Step }>(
  placements: readonly T[],
  today: Day,
): T | null {
  const open = placements
    .filter(({ step }) => isOpen(step))
    .toSorted((a, b) => (a.startsOn ?? '').localeCompare(b.startsOn ?? ''))
  const ahead = open.find(({ endsOn }) => endsOn === null || endsOn >= today)
  return ahead ?? open.at(-1) ?? placements.findLast(({ step }) => step === 'ended') ?? null
}

/** The stage of the record's company. */
export const stageOf = (step: Step): 'proposed' | 'confirmed' =>
  isFirm(step) || step === 'ended' ? 'confirmed' : 'proposed'
