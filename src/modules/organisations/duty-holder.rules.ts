import { addDays, type Day } from '#shared/dates.ts'

/** Somebody who can hold a duty, as the organisation lists them in order. */
export interface DutyHolder {
  id: string
  position: number
  /** First and last day of an absence; an open start or end has no limit on that side. */
  absentFrom: Day | null
  absentUntil: Day | null
}

/** Who has a duty on a day, or why nobody has; words for the codes in `tasks:duty.<code>`. */
export type DutyAnswer<H extends DutyHolder> =
  | { kind: 'holder'; holder: H }
  | { kind: 'substitute'; holder: H; insteadOf: H }
  | { kind: 'nobody'; code: 'no-holder' }
  /** All are away; `backOn` is the first day somebody is back, null when no end is known. */
  | { kind: 'nobody'; code: 'all-absent'; backOn: Day | null }

/** The first in order who is not away has the duty: an outdated or absent contact never blocks (product.md A3). */
export function dutyHolderOn<H extends DutyHolder>(holders: readonly H[], day: Day): DutyAnswer<H> {
  const inOrder = [...holders].sort((a, b) => a.position - b.position)
  const first = inOrder[0]
  if (!first) return { kind: 'nobody', code: 'no-holder' }
  const present = inOrder.find((holder) => !isAbsent(holder, day))
  if (!present) return { kind: 'nobody', code: 'all-absent', backOn: firstBack(inOrder) }
  return present === first
    ? { kind: 'holder', holder: first }
    : { kind: 'substitute', holder: present, insteadOf: first }
}

/** Whether somebody is away on a day; without any dates nobody is. */
export function isAbsent(holder: Pick<DutyHolder, 'absentFrom' | 'absentUntil'>, day: Day): boolean {
  const { absentFrom, absentUntil } = holder
  if (absentFrom === null && absentUntil === null) return false
  return (absentFrom === null || absentFrom <= day) && (absentUntil === null || day <= absentUntil)
}

function firstBack(holders: readonly DutyHolder[]): Day | null {
  const ends = holders.flatMap(({ absentUntil }) => (absentUntil === null ? [] : [absentUntil]))
  const earliest = ends.sort()[0]
  return earliest === undefined ? null : addDays(earliest, 1)
}
