import { daysBetween, type Day } from '#shared/dates.ts'
import { daysOf, type Period } from './days.rules.ts'

/** Something on a board that somebody has to look at; words in `boards:warning.<code>`. */
export interface RowWarning {
  code: 'too-many' | 'most-trainees' | 'rest-days' | 'position-ended' | 'bed-kept' | 'bed-gone'
  day: Day
  /** How many too many, or how many days or people it is about. */
  count: number
}

interface CompanyBar extends Period {
  flowId: string | null
  /** When the position begins and ends; null where it has no such day, or is not known. */
  opens: Day | null
  closes: Day | null
}

/** What is too much at one company in a period. `places` per day; null where nobody told how many there are. */
export function companyWarnings(
  bars: readonly CompanyBar[],
  used: readonly number[],
  places: readonly number[] | null,
  card: { mostTrainees: number | null; restDays: number },
  period: Period,
): RowWarning[] {
  const days = daysOf(period)
  const worst = (code: RowWarning['code'], limit: (at: number) => number): RowWarning[] => {
    const over = used.map((many, at) => many - limit(at))
    const count = Math.max(0, ...over)
    return count > 0 ? [{ code, day: days[over.indexOf(count)] ?? period.from, count }] : []
  }
  const { mostTrainees } = card
  return [
    ...(places ? worst('too-many', (at) => places[at] ?? 0) : []),
    ...(mostTrainees === null ? [] : worst('most-trainees', () => mostTrainees)),
    ...restBroken(bars, card.restDays, period),
    ...outsidePosition(bars),
  ]
}

/** Groups that follow each other with fewer days between them than the company asked for. */
function restBroken(bars: readonly CompanyBar[], restDays: number, period: Period): RowWarning[] {
  if (restDays === 0) return []
  const groups = [...Map.groupBy(bars, ({ flowId }) => flowId).values()]
    .map((group) => ({
      from: group.reduce((first, { from }) => (from < first ? from : first), group[0]?.from ?? ''),
      to: group.reduce((last, { to }) => (to > last ? to : last), group[0]?.to ?? ''),
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [i, group] of groups.entries()) {
    const before = groups[i - 1]
    if (!before || before.to >= group.from || group.from < period.from || before.to > period.to) continue
    const between = daysBetween(before.to, group.from) - 1
    if (between < restDays) return [{ code: 'rest-days', day: group.from, count: between }]
  }
  return []
}

function outsidePosition(bars: readonly CompanyBar[]): RowWarning[] {
  const outside = bars.filter(isOutside)
  const day = outside.map(({ to }) => to).toSorted()[0]
  return day === undefined ? [] : [{ code: 'position-ended', day, count: outside.length }]
}

/** Whether somebody is at a company before its position begins or after it has ended. */
export const isOutside = ({ from, to, opens, closes }: CompanyBar): boolean =>
  (opens !== null && from < opens) || (closes !== null && to > closes)

/** Beds that are kept for people who do not come, and people whose bed is no longer given away. */
export function homeWarnings(
  bars: readonly (Period & { coming: boolean; archived: boolean })[],
): RowWarning[] {
  const of = (code: RowWarning['code'], some: readonly Period[]): RowWarning[] => {
    const day = some.map(({ from }) => from).toSorted()[0]
    return day === undefined ? [] : [{ code, day, count: some.length }]
  }
  return [
    ...of(
      'bed-kept',
      bars.filter(({ coming }) => !coming),
    ),
    ...of(
      'bed-gone',
      bars.filter(({ coming, archived }) => coming && archived),
    ),
  ]
}
