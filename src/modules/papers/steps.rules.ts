import type { PaperStep, Standing } from './standing.rules.ts'

/** What staff do with a paper; `handed-in` takes the others back. */
export type AskedStep = 'checked' | 'sent-back' | 'not-needed' | 'handed-in'

/** Why a paper cannot take a step, or null; words in `papers:whyNot.<code>`. */
export type WhyNotStep = 'is-so' | 'not-there' | 'not-asked' | 'nothing-yet' | 'not-right'

/**
 * Why not: nothing to check or send back where nothing was handed in; what runs out, has no end or does not cover enough is not checked
 * off as fine, but asked for again. `step` null: no paper yet; `standing` null: this paper is not asked for here.
 */
export function whyNotStep(
  asked: AskedStep,
  step: PaperStep | null,
  standing: Standing | null,
): WhyNotStep | null {
  if (standing === null) return 'not-asked'
  if (asked === step) return 'is-so'
  if (asked === 'not-needed') return standing === 'not-needed' ? 'is-so' : null
  if (step === null) return asked === 'handed-in' ? 'not-there' : 'nothing-yet'
  if (asked === 'checked') {
    if (step === 'begun') return 'nothing-yet'
    return standing === 'to-check' || standing === 'fine' || step === 'sent-back' || step === 'not-needed'
      ? null
      : 'not-right'
  }
  return asked === 'sent-back' && step === 'begun' ? 'nothing-yet' : null
}
