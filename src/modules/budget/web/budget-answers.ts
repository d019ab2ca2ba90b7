import type { AnswerOf } from '#web/api/api.ts'

export type Budget = AnswerOf<'GET /organisations/:organisation/projects/:project/budget'>
export type Target = Budget['targets'][number]
export type Simulation = AnswerOf<'POST /organisations/:organisation/projects/:project/simulation'>
