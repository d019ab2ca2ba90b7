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

/**
 * What hosts usually check, to be changed by each organisation (facts/workflow-and-documents.md B.3 and B.8: register, contract, vetting,
 * safety, insurance). A proposal from practice, not a rule of the programme.
 */
export const usualChecks: readonly CheckKind[] = [
  { key: 'visit', title: null, required: false, months: 24 },
  { key: 'agreement', title: null, required: true, months: 36 },
  { key: 'safety', title: null, required: true, months: 24 },
  { key: 'liability-insurance', title: null, required: false, months: 12 },
  { key: 'accident-insurance', title: null, required: false, months: 12 },
  { key: 'tutor', title: null, required: true, months: null },
  { key: 'tutor-language', title: null, required: false, months: null },
  { key: 'tasks', title: null, required: false, months: 24 },
  { key: 'working-hours', title: null, required: false, months: 24 },
  { key: 'protective-equipment', title: null, required: false, months: 24 },
  { key: 'minors', title: null, required: false, months: 24 },
  { key: 'accessibility', title: null, required: false, months: null },
  { key: 'way-to-work', title: null, required: false, months: null },
  { key: 'emergency', title: null, required: false, months: 24 },
  { key: 'data-protection', title: null, required: false, months: 36 },
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
