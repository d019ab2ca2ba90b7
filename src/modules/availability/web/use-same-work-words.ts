import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { CompanyAnswer } from './ask-answers.ts'

/** A position that is there, as one tells it from others: what, when, how many places. */
export function useSameWorkWords(): (position: CompanyAnswer['there'][number]) => string {
  const { t } = useTranslation('availability')
  const format = useFormat()
  const when = (from: string | null, to: string | null): string => {
    if (from && to) return format.dateRange(from, to)
    if (from) return t('availability:since', { day: format.date(from) })
    return to ? t('availability:until', { day: format.date(to) }) : t('availability:always')
  }
  return ({ title, startsOn, endsOn, places }) =>
    [title, when(startsOn, endsOn), t('availability:placesOf', { count: places })].join(', ')
}
