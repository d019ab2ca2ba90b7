import type { AnswerOf } from '#web/api/api.ts'

export type Plan = AnswerOf<'GET /organisations/:organisation/match-plans/:plan'>
export type PlanPair = Plan['pairs'][number]
export type PlanPosition = Plan['positions'][number]

export const planReads = [
  'GET /organisations/:organisation/match-plans/:plan',
  'GET /organisations/:organisation/match-plans',
] as const
