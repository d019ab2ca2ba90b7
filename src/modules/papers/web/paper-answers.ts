import type { AnswerOf } from '#web/api/api.ts'

export type RecordPapers = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/papers'>
export type ShownPaper = RecordPapers['papers'][number]
export type Listed = AnswerOf<'GET /organisations/:organisation/papers'>['items'][number]
export type Policy = AnswerOf<'GET /organisations/:organisation/group-policies'>['items'][number]
export type OwnPapers = AnswerOf<'GET /me/papers'>['items'][number]

/** What is read anew when something about papers changes. */
export const paperReads = [
  'GET /organisations/:organisation/papers',
  'GET /organisations/:organisation/mobilities/:mobility/papers',
  'GET /organisations/:organisation/mobilities/:mobility',
  'GET /organisations/:organisation/mobilities/:mobility/tasks',
  'GET /organisations/:organisation/mobilities/:mobility/events',
] as const

export const ruleReads = [
  ...paperReads,
  'GET /organisations/:organisation/group-policies',
  'GET /organisations/:organisation/visa-rules',
  'GET /organisations/:organisation/paper-settings',
] as const

export const ownReads = [
  'GET /me/papers',
  'GET /me/mobilities',
  'GET /me/mobilities/:mobility/tasks',
] as const
