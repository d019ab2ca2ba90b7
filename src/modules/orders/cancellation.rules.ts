import { addDays, daysBetween, type Day } from '#shared/dates.ts'

/** Cancelled at least so many days before the stay begins, so much of the price is due. */
export interface CancellationStep {
  days: number
  percent: number
}

/**
 * The terms of cancellation as both sides agreed on them. `late` is what is due after the last step; `forceMajeure` what is due when it
 * is nobody's fault, with the words for it. They are the host's offer, not a law.
 */
export interface CancellationTerms {
  steps: CancellationStep[]
  late: number
  forceMajeure: number | null
  text: string | null
}

/** A beginning that every host changes to its own: free until 60 days before, half until 30, all after. */
export const usualTerms: CancellationTerms = {
  steps: [
    { days: 60, percent: 0 },
    { days: 30, percent: 50 },
  ],
  late: 100,
  forceMajeure: null,
  text: null,
}

export type TermsMistake = 'twice' | 'cheaper-later'

const byDay = (steps: readonly CancellationStep[]): CancellationStep[] =>
  steps.toSorted((a, b) => b.days - a.days)

/** Why terms cannot be, or null: a day twice, or cancelling late costs less than cancelling early; words in `orders:field.<code>`. */
export function whyNotTerms({ steps, late }: Pick<CancellationTerms, 'steps' | 'late'>): TermsMistake | null {
  if (new Set(steps.map(({ days }) => days)).size < steps.length) return 'twice'
  const rising = [...byDay(steps).map(({ percent }) => percent), late]
  return rising.every((percent, at) => at === 0 || percent >= (rising[at - 1] ?? 0)) ? null : 'cheaper-later'
}

export interface CancellationCost {
  percent: number
  cost: number
  /** Days until the stay begins; negative when it has begun. */
  daysLeft: number
  /** Why so much: a step that still holds, none any more, or nobody's fault. */
  by: 'step' | 'late' | 'force-majeure'
  /** The days of the step that holds. */
  step: number | null
  /** From when it costs more, and how much. */
  next: { from: Day; percent: number; cost: number } | null
}

/** What cancelling on a day costs, and why; `costOf` says what a share of the price comes to with VAT. Never falls as the stay comes nearer when the terms pass `whyNotTerms`. */
export function cancellationCost(
  terms: CancellationTerms,
  startsOn: Day,
  day: Day,
  costOf: (percent: number) => number,
  forceMajeure = false,
): CancellationCost {
  const daysLeft = daysBetween(day, startsOn)
  if (forceMajeure && terms.forceMajeure !== null) {
    const percent = terms.forceMajeure
    return { percent, cost: costOf(percent), daysLeft, by: 'force-majeure', step: null, next: null }
  }
  const steps = byDay(terms.steps)
  const at = steps.findIndex(({ days }) => daysLeft >= days)
  const holds = steps[at]
  const percent = holds ? holds.percent : terms.late
  const later = holds ? steps.slice(at + 1) : []
  const rise = holds
    ? [
        { after: holds.days, percent: later[0]?.percent ?? terms.late },
        ...later.map((step, i) => ({ after: step.days, percent: later[i + 1]?.percent ?? terms.late })),
      ].find((one) => one.percent > percent)
    : undefined
  return {
    percent,
    cost: costOf(percent),
    daysLeft,
    by: holds ? 'step' : 'late',
    step: holds?.days ?? null,
    next: rise
      ? {
          from: addDays(startsOn, 1 - rise.after),
          percent: rise.percent,
          cost: costOf(rise.percent),
        }
      : null,
  }
}

/** The terms as days of the calendar: until when which share is due; the last part has no end. */
export function cancellationDays(
  terms: Pick<CancellationTerms, 'steps' | 'late'>,
  startsOn: Day,
): { until: Day | null; percent: number }[] {
  return [
    ...byDay(terms.steps).map(({ days, percent }) => ({ until: addDays(startsOn, -days), percent })),
    { until: null, percent: terms.late },
  ]
}
