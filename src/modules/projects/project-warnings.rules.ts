import { addDays, addMonths, type Day } from '#shared/dates.ts'

export const actions = ['KA121-VET', 'KA122-VET'] as const
export type Action = (typeof actions)[number]

/** Something that looks wrong but does not stop anybody; words in `projects:warning.<code>`. */
export interface Warning {
  code: string
  values?: Record<string, string | number>
}

/** Call year, round, agency, action and number; drawn from codes on official papers (facts: identifier_patterns PROJECT). */
const officialCode = /^(\d{4})-\d-[A-Z]{2}\d{2}-(KA\d{3}-[A-Z]{3})-\d{9}$/

/** What is odd about a project code: its form, or that it names another call year or action. */
export function codeWarnings(project: { code: string; callYear: number; action: Action }): Warning[] {
  const parts = officialCode.exec(project.code)
  if (!parts) return [{ code: 'code-form' }]
  const [, year = '', action = ''] = parts
  return [
    ...(Number(year) === project.callYear ? [] : [{ code: 'code-year', values: { year } }]),
    ...(action === project.action ? [] : [{ code: 'code-action', values: { action } }]),
  ]
}

/**
 * Short-term projects last 6 to 18 months with at most 30 participants, accompanying persons not counted
 * (https://www.accesseurope.ie/open-funds/erasmus-short-term-projects-for-mobility-of-learners-and-staff-in-vocational-education-and-training;
 * the Swedish and Danish agencies say the same).
 */
export const shortTermLimits = { minMonths: 6, maxMonths: 18, participants: 30 } as const

/** What is odd about a short-term project's length and size; nothing for accredited projects. */
export function shortTermWarnings(project: {
  action: Action
  startDate: Day
  endDate: Day
  participants: number
}): Warning[] {
  if (project.action !== 'KA122-VET') return []
  const { minMonths, maxMonths, participants } = shortTermLimits
  // A project from 1 September to 28 February lasts six months: its last day counts.
  const lastsLess = addMonths(project.startDate, minMonths) > addDays(project.endDate, 1)
  const lastsMore = addMonths(project.startDate, maxMonths) < addDays(project.endDate, 1)
  return [
    ...(lastsLess || lastsMore
      ? [{ code: 'short-term-length', values: { min: minMonths, max: maxMonths } }]
      : []),
    ...(project.participants > participants
      ? [{ code: 'short-term-size', values: { count: project.participants, max: participants } }]
      : []),
  ]
}
