import type { AnswerOf } from '#web/api/api.ts'
import type { SentFor } from '#web/api/use-api.ts'

export type Grant = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/grant'>
export type OwnGrant = AnswerOf<'GET /me/mobilities/:mobility/grant'>
export type ProjectPack = AnswerOf<'GET /organisations/:organisation/projects/:project/pack'>
export type PackChoice = SentFor<'PUT /organisations/:organisation/projects/:project/pack'>['body']
export type PackDifference = AnswerOf<'POST /organisations/:organisation/projects/:project/pack/preview'>

/** What is read again when a grant has changed. */
export const grantReads = [
  'GET /organisations/:organisation/mobilities/:mobility/grant',
  'GET /organisations/:organisation/mobilities/:mobility/events',
] as const
