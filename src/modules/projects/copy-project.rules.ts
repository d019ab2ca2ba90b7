import { addDays, addMonths, type Day } from '#shared/dates.ts'

/** A year as a word of its own in a title or code, e.g. `Seville May 2026`. */
const yearOf = (year: number): RegExp => new RegExp(String.raw`(?<!\d)${year}(?!\d)`, 'g')

/** Replaces the years that a text of last year names by the next ones; other numbers stay. */
export function nextYearInText(text: string, callYear: number): string {
  const marks: Record<string, string> = {}
  for (const year of [callYear - 1, callYear, callYear + 1, callYear + 2]) marks[year] = String(year + 1)
  return text.replace(/(?<!\d)\d{4}(?!\d)/g, (year) => marks[year] ?? year)
}

/**
 * What the copy of a project is proposed to be: one year later. The agency gives a new number, so the code is proposed up
 * to there and left to be completed.
 */
export function proposedCopy(project: {
  code: string
  title: string
  callYear: number
  startDate: Day
  endDate: Day
}): { code: string; title: string; callYear: number; startDate: Day; endDate: Day } {
  return {
    code: project.code.replace(yearOf(project.callYear), String(project.callYear + 1)).replace(/\d{9}$/, ''),
    title: nextYearInText(project.title, project.callYear),
    callYear: project.callYear + 1,
    startDate: addMonths(project.startDate, 12),
    endDate: addMonths(project.endDate, 12),
  }
}

/** A flow's day in the next year: whole weeks later, so that a group that left on a Sunday leaves on a Sunday. */
export function nextYearDay(day: Day | null, projectShiftDays: number): Day | null {
  return day === null ? null : addDays(day, Math.round(projectShiftDays / 7) * 7)
}
