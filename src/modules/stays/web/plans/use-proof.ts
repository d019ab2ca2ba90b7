import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { RoomPlan } from '../stays-answers.ts'

/** How good a plan is, in words: nobody more can have a bed, or how many more could at most. */
export function useProof(): (
  plan: Pick<RoomPlan, 'state' | 'proven' | 'bound' | 'placed' | 'people'>,
) => string | null {
  const { t } = useTranslation('stays')
  const format = useFormat()
  return ({ state, proven, bound, placed, people }) => {
    if (state !== 'solved' && state !== 'applied') return null
    if (people > 0 && placed === people) return t('stays:plan.everybody')
    if (proven) return t('stays:plan.proven')
    return t('stays:plan.gap', { count: bound - placed, number: format.number(bound - placed) })
  }
}
