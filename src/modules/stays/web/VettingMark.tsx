import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Housing } from './stays-answers.ts'
import classes from './stays.module.css'

/** How the vetting stands, in words, with its day. */
export function VettingMark({ housing }: { housing: Pick<Housing, 'vetting' | 'vettedUntil'> }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  if (housing.vetting === 'not-needed') return null
  return (
    <span className={classes.mark} data-standing={housing.vetting}>
      {housing.vettedUntil
        ? t(`stays:vetting.on.${housing.vetting}`, { day: format.date(housing.vettedUntil) })
        : t(`stays:vetting.${housing.vetting}`)}
    </span>
  )
}
