import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import type { Way } from './journey-answers.ts'
import classes from './journeys.module.css'

type Ride = NonNullable<Way['pickUpBefore']>

/** What was another before: only that is said again. */
function othersOf(
  before: Ride,
  now: NonNullable<Way['transfer']>,
  { day, time }: { day: string; time: string },
): string[] {
  const moved = before.onDay !== now.onDay || before.atTime !== now.atTime
  const kept = ['name', 'meetingPoint', 'fromPlace', 'toPlace', 'driver', 'phone', 'note'] as const
  return [
    ...(moved ? [`${day}, ${time}`] : []),
    ...kept.flatMap((field) => (before[field] !== now[field] && before[field] ? [before[field]] : [])),
  ]
}

/** Who picks somebody up, when and where, and what has changed about it; nothing where nobody was ever planned to. */
export function PickUp({ way }: { way: Pick<Way, 'transfer' | 'pickUpBefore'> }) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const { transfer, pickUpBefore: before } = way
  if (!transfer && !before) return null
  const lineOf = ({ name, onDay, atTime }: NonNullable<typeof transfer | typeof before>) => ({
    name,
    day: format.date(onDay, 'weekday'),
    time: atTime,
  })
  return (
    <div className={classes.pickUp} data-changed={before ? true : undefined}>
      {transfer && (
        <>
          <p className={classes.strong}>{t('journeys:pickUp.line', lineOf(transfer))}</p>
          <p>{t('journeys:pickUp.way', { from: transfer.fromPlace, to: transfer.toPlace })}</p>
          {transfer.meetingPoint && <p>{t('journeys:pickUp.meet', { place: transfer.meetingPoint })}</p>}
          {transfer.driver && (
            <p>
              {t('journeys:pickUp.driver', { name: transfer.driver })}{' '}
              {transfer.phone && <PhoneLink number={transfer.phone} />}
            </p>
          )}
          {transfer.note && <p className={classes.quiet}>{transfer.note}</p>}
        </>
      )}
      {before && transfer && (
        <p className={classes.quiet}>
          <strong>
            {t('journeys:pickUp.changed', { at: format.date(before.changedAt.slice(0, 10), 'weekday') })}
          </strong>{' '}
          {t('journeys:pickUp.before', { what: othersOf(before, transfer, lineOf(before)).join(', ') })}
        </p>
      )}
      {before && !transfer && (
        <>
          <p className={classes.strong}>{t('journeys:pickUp.cancelled', lineOf(before))}</p>
          <p className={classes.quiet}>{t('journeys:pickUp.cancelledNext')}</p>
        </>
      )}
    </div>
  )
}
