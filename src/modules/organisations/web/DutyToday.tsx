import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { DutyAnswer } from './Duties.tsx'

/** Who has a duty today, for whom they stand in, or why nobody has it. */
export function DutyToday({ duty }: { duty: DutyAnswer }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const { today, holders } = duty
  const holder = holders.find((one) => one.id === today.holder)
  const name = holder?.name ?? ''
  if (today.kind === 'holder') return <>{name}</>
  if (today.kind === 'substitute')
    return <>{t('organisations:duties.standsIn', { name, other: holders[0]?.name ?? '' })}</>
  if (today.reason === 'all-absent' && today.backOn)
    return <>{t('organisations:duties.allAwayUntil', { date: format.date(today.backOn) })}</>
  return (
    <>{t(today.reason === 'all-absent' ? 'organisations:duties.allAway' : 'organisations:duties.nobody')}</>
  )
}
