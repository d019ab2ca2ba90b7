import { addMonths, type Day } from '#shared/dates.ts'

/** Something that is looked at before anybody works at a company. */
export interface CheckKind {
  key: string
  /** Its own title; null: the words of `companies:check.<key>`. */
  title: string | null
  /** A match refuses a company whose required checks are not passed and valid. */
  required: boolean
  /** How long a check is valid; null: until something changes. */
  months: number | null
}

const check = (key: string, required: boolean, months: number | null): CheckKind => ({
  key,
  title: null,
  required,
  months,
})

/**
 * What hosts usually check, to be changed by each organisation: an agreement, and the fifteen host checks of practice (facts/official-forms.md
 * §3.1). A proposal, not a rule of the programme; how long one holds is a working value too.
 */
export const usualChecks: readonly CheckKind[] = [
  check('agreement', true, 36),
  check('registration', false, null),
  check('visit', false, 24),
  check('safety', true, 24),
  check('tutor', true, null),
  check('tutor-language', false, null),
  check('learning-agreement', false, null),
  check('emergency', false, 24),
  check('liability-insurance', false, 12),
  check('no-fraud', false, null),
  check('sanctions', false, 12),
  check('working-hours', false, 24),
  check('protective-equipment', false, 24),
  check('way-to-work', false, null),
  check('feedback', false, null),
  check('data-protection', false, 36),
]

/** Further checks with words of their own, offered where somebody makes their own list. */
export const furtherChecks: readonly CheckKind[] = [
  check('tasks', false, 24),
  check('minors', false, 24),
  check('accessibility', false, null),
  check('accident-insurance', false, 12),
]

/** How a check stands on a day. */
export type CheckStanding = 'passed' | 'failed' | 'expired' | 'missing' | 'not-needed'

export interface CheckDone {
  key: string
  state: 'passed' | 'failed' | 'not-needed'
  validUntil: Day | null
}

export function standingOf(done: CheckDone | undefined, day: Day): CheckStanding {
  if (!done) return 'missing'
  if (done.state !== 'passed') return done.state
  return done.validUntil !== null && done.validUntil < day ? 'expired' : 'passed'
}

/** The last day on which a check of today is valid. */
export const validUntilOf = (kind: Pick<CheckKind, 'months'>, day: Day): Day | null =>
  kind.months === null ? null : addMonths(day, kind.months)

/** Keys of the required checks that would not hold on a day. */
export function checksThatFail(kinds: readonly CheckKind[], done: readonly CheckDone[], day: Day): string[] {
  const byKey = new Map(done.map((one) => [one.key, one]))
  return kinds
    .filter(({ required }) => required)
    .filter(({ key }) => !['passed', 'not-needed'].includes(standingOf(byKey.get(key), day)))
    .map(({ key }) => key)
}
