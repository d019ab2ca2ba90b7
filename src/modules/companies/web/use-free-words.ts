import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Company } from './company-answers.ts'

/** What is free at a company, each number with the day or the time for which it counts. */
export function useFreeWords(): (free: Omit<Company['freePlaces'], 'positions'>) => string[] {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const of = ({ free, places }: { free: number; places: number }): string =>
    t('companies:freeOf', { free: format.number(free), places: format.number(places) })
  return ({ today, later }) => [
    ...(today ? [t('companies:freeToday', { free: of(today) })] : []),
    ...(later
      ? [
          t('companies:freeOn', {
            free: of(later),
            when: later.until
              ? format.dateRange(later.from, later.until)
              : t('companies:fromDay', { day: format.date(later.from) }),
          }),
        ]
      : []),
  ]
}
