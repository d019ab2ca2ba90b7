import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Journey } from './journey-answers.ts'
import classes from './journeys.module.css'

/** How green a journey is, in words and as a bar: by what, how many kilometres, and what is asked for. */
export function GreenShare({ green }: { green: Journey['green'] }) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  if (green.byMeans.length === 0) return null
  return (
    <div>
      <p>
        {green.share === null
          ? t('journeys:green.unknown', { count: green.unknown })
          : t(green.green ? 'journeys:green.yes' : 'journeys:green.no', {
              share: format.percent(Math.round(green.share * 100) / 100),
              from: format.percent(green.from),
            })}
      </p>
      {green.share !== null && (
        <div className={classes.bar} aria-hidden>
          <span style={{ inlineSize: `${green.share * 100}%` }} />
        </div>
      )}
      <p className={classes.quiet}>
        {green.byMeans
          .map(({ means, km, green: counts }) =>
            t(counts ? 'journeys:green.partGreen' : 'journeys:green.part', {
              means: t(`journeys:means.${means}`),
              km: format.number(km),
            }),
          )
          .join(' · ')}
      </p>
    </div>
  )
}
