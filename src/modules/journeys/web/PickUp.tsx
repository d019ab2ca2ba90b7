import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import type { Way } from './journey-answers.ts'
import classes from './journeys.module.css'

/** Who picks somebody up, when and where. */
export function PickUp({ transfer }: { transfer: NonNullable<Way['transfer']> }) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  return (
    <div className={classes.pickUp}>
      <p className={classes.strong}>
        {t('journeys:pickUp.line', {
          name: transfer.name,
          day: format.date(transfer.onDay, 'weekday'),
          time: transfer.atTime,
        })}
      </p>
      <p>{t('journeys:pickUp.way', { from: transfer.fromPlace, to: transfer.toPlace })}</p>
      {transfer.meetingPoint && <p>{t('journeys:pickUp.meet', { place: transfer.meetingPoint })}</p>}
      {transfer.driver && (
        <p>
          {t('journeys:pickUp.driver', { name: transfer.driver })}{' '}
          {transfer.phone && <PhoneLink number={transfer.phone} />}
        </p>
      )}
      {transfer.note && <p className={classes.quiet}>{transfer.note}</p>}
    </div>
  )
}
