import type { AnswerOf } from '#web/api/api.ts'

export type Ask = AnswerOf<'GET /organisations/:organisation/availability-asks/:ask'>
export type CompanyAnswer = Ask['answers'][number]

export const askReads = [
  'GET /organisations/:organisation/availability-asks/:ask',
  'GET /organisations/:organisation/availability-asks',
] as const
