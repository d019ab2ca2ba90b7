import type { GrantCategory, GrantLine } from './grant-answer.rules.ts'

/**
 * The cost items that are meant for the participant. Organisational support, inclusion support for organisations, course fees and
 * preparatory visits are the institution's (programme guide, key action 1, "funding rules").
 */
export const participantCategories: readonly GrantCategory[] = [
  'travel',
  'individual-support',
  'linguistic-support',
  'inclusion-support-participant',
  'exceptional-costs',
]

/** Euros for the participant; null as soon as one of the lines is not known. */
export function participantShare(lines: readonly Pick<GrantLine, 'category' | 'amount'>[]): number | null {
  let cents = 0
  for (const { category, amount } of lines) {
    if (!participantCategories.includes(category)) continue
    if (amount === null) return null
    cents += Math.round(amount * 100)
  }
  return cents / 100
}
