import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Grant } from './grant-answers.ts'

/** Where the distance comes from, in words. */
export function useDistanceWords() {
  const { t } = useTranslation('grants')
  const format = useFormat()
  return ({ distance }: Pick<Grant, 'distance'>): string =>
    distance.km === null || !distance.source
      ? t('grants:distance.open')
      : t(`grants:distance.${distance.source}`, {
          km: format.number(distance.km),
          from: distance.from ?? '',
          to: distance.to ?? '',
        })
}
