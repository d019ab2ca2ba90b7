import type { AnswerOf } from '#web/api/api.ts'

export type Stay = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/payments'>
export type TemplateStep =
  AnswerOf<'GET /organisations/:organisation/projects/:project/instalments'>['instalments'][number]
export type WithdrawalCase = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/withdrawal'>

/** What is read again when a withdrawal has changed. */
export const withdrawalReads = [
  'GET /organisations/:organisation/mobilities/:mobility/withdrawal',
  'GET /organisations/:organisation/mobilities/:mobility/payments',
] as const
