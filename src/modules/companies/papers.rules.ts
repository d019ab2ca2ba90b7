/**
 * What a position can demand of a trainee before the first day, with the usual weeks it takes to get. Which ones the law of a place asks for
 * differs by country and is not known here: the host says it (facts/workflow-and-documents.md B.3, unconfirmed lead times, editable by the task).
 */
export const papers = [
  { key: 'criminal-record', weeks: 8 },
  { key: 'sexual-offences', weeks: 8 },
  { key: 'health', weeks: 4 },
  { key: 'food-hygiene', weeks: 4 },
  { key: 'vaccination', weeks: 6 },
  { key: 'work-permit', weeks: 12 },
] as const

export type PaperKey = (typeof papers)[number]['key']
export const paperKeys = papers.map(({ key }) => key) as [PaperKey, ...PaperKey[]]

export const weeksFor = (key: string): number => papers.find((one) => one.key === key)?.weeks ?? 4
