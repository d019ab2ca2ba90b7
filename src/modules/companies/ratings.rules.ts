/** What a company is rated by after a mobility (facts/official-forms.md §3.1, reviews); words in `companies:mark.<key>`. */
export const marks = ['responseTime', 'communication', 'tutoring', 'fit', 'problemSolving'] as const
export type Mark = (typeof marks)[number]
export type Marks = Record<Mark, number | null>

/** The average of the marks that were given, one decimal; null where there is none. */
export function averageOf(given: Marks): number | null {
  const told = marks.map((mark) => given[mark]).filter((mark) => mark !== null)
  if (told.length === 0) return null
  return Math.round((told.reduce((sum, mark) => sum + mark, 0) / told.length) * 10) / 10
}
