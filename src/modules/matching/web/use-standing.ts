import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Plan } from './plan-answers.ts'

/** How good a plan is, in words: proven, or how much better it could be. */
export function useStanding(): (plan: Pick<Plan, 'status' | 'score' | 'bound'>) => string | null {
  const { t } = useTranslation('matching')
  const format = useFormat()
  return ({ status, score, bound }) => {
    if (status === null) return null
    if (status !== 'feasible') return t(`matching:status.${status}`)
    const gap = score === null || bound === null ? null : bound - score
    return gap === null
      ? t('matching:status.feasible')
      : t('matching:status.gap', { gap: format.number(Math.round(gap * 100) / 100) })
  }
}
