import type { AnswerOf } from '#web/api/api.ts'

export type Company = AnswerOf<'GET /organisations/:organisation/companies/:company'>
export type Position = AnswerOf<'GET /organisations/:organisation/positions'>['items'][number]

/** What is read anew when something about a company changes. */
export const companyReads = [
  'GET /organisations/:organisation/companies/:company',
  'GET /organisations/:organisation/companies',
] as const

export const siteWords = ({ name, address, town }: Company['card']['sites'][number]): string =>
  [name, address, town].filter(Boolean).join(', ')
