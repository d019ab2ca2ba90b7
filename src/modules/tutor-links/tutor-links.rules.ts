import { addDays } from '#shared/dates.ts'

/** A link lives 1 to 400 days; 180 unless told, which covers preparation and stay of a usual placement. */
export const linkDays = { least: 1, usual: 180, most: 400 } as const

export type LinkState = 'open' | 'expired' | 'revoked'

/** Whether a link still opens anything, and why not. */
export function linkState(link: { expiresAt: Date; revokedAt: Date | null }, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  return link.expiresAt <= now ? 'expired' : 'open'
}

/** The last moment of a link that is made on `today` for `days` days. */
export function linkEnd(today: string, days: number): Date {
  return new Date(`${addDays(today, days)}T23:59:59Z`)
}

/**
 * Whether a link can become a membership of its company, which sees what all who work with the company share with it: only where the
 * company’s record is kept by whoever gave the link, and nobody of its own looks after it.
 */
export const becomesAccount = (link: {
  claimed: boolean
  keptBy: string | null
  issuedBy: string
}): boolean => !link.claimed && link.keptBy === link.issuedBy

/** The kinds of problem that a tutor or participant can report with one tap. */
export const problemKinds = [
  'absence',
  'illness',
  'accident',
  'tasks',
  'behaviour',
  'housing',
  'other',
] as const
export type ProblemKind = (typeof problemKinds)[number]
