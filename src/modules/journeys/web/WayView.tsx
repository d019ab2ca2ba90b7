import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { placeName, type Way } from './journey-answers.ts'
import classes from './journeys.module.css'

/** The legs of a way in order, what has changed, and whether one arrives late. */
export function WayView({ way }: { way: Way }) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  return (
    <>
      <ol className={classes.legs}>
        {way.legs.map((leg) => (
          <li key={leg.id} className={classes.legLine}>
            <span className={classes.quiet}>
              {[t(`journeys:means.${leg.means}`), leg.carrier, leg.number].filter(Boolean).join(' ')}
              {leg.seat && ` · ${t('journeys:seatNumber', { seat: leg.seat })}`}
            </span>
            <span>
              <strong>{leg.departsAt}</strong> {placeName(leg.from)}
              <span className={classes.quiet}> {format.date(leg.departsOn, 'weekday')}</span>
            </span>
            <span>
              <strong>{leg.arrivesAt}</strong> {placeName(leg.to)}
              {leg.arrivesOn !== leg.departsOn && (
                <span className={classes.quiet}> {format.date(leg.arrivesOn, 'weekday')}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {(way.late || way.changedAt) && (
        <p className={classes.marks}>
          {way.late && (
            <Badge color="yellow" variant="light">
              {t('journeys:late.mark')}
            </Badge>
          )}
          {way.changedAt && way.wasDay && way.wasTime && (
            <span className={classes.quiet}>
              {t('journeys:changedFrom', {
                at: format.date(way.changedAt.slice(0, 10)),
                was: `${format.date(way.wasDay, 'weekday')}, ${way.wasTime}`,
              })}
            </span>
          )}
        </p>
      )}
      {way.reference && (
        <p className={classes.quiet}>{t('journeys:reference', { reference: way.reference })}</p>
      )}
    </>
  )
}
