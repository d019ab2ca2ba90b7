import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { directions } from '../travel-means.rules.ts'
import { journeyReads, type Booking, type FlowJourneysAnswer } from './journey-answers.ts'
import { WayView } from './WayView.tsx'
import classes from './journeys.module.css'

interface BookingCardProps {
  organisation: string
  booking: Booking
  data: FlowJourneysAnswer
  onChange: () => void
}

/** One booking of a flow: its legs there and back, and who travels on it. */
export function BookingCard({ organisation, booking, data, onChange }: BookingCardProps) {
  const { t } = useTranslation('journeys')
  const [removing, setRemoving] = useState(false)
  const params = { organisation, booking: booking.id }
  const options = { invalidates: journeyReads }
  const takeOff = useApiMutation(
    'POST /organisations/:organisation/bookings/:booking/travellers/removal',
    options,
  )
  const putOn = useApiMutation('POST /organisations/:organisation/bookings/:booking/travellers', {
    ...options,
    onDone: ({ rows }) =>
      toast(t('journeys:booking.added', { count: rows.filter(({ outcome }) => outcome === 'done').length })),
  })
  const remove = useApiMutation('DELETE /organisations/:organisation/bookings/:booking', {
    ...options,
    onDone: () => setRemoving(false),
  })
  const without = data.people.filter((one) => one.directions.length === 0)
  const free = booking.seats === null ? without.length : Math.max(booking.seats - booking.people, 0)
  const some = without.slice(0, free)
  return (
    <li className={classes.booking}>
      <div className={classes.wayHead}>
        <h3 className={classes.groupTitle}>
          {booking.reference || booking.carrier || t('journeys:booking.one')}
          <span className={classes.quiet}>
            {' '}
            {booking.seats === null
              ? t('journeys:list.people', { count: booking.people })
              : t('journeys:booking.taken', { people: booking.people, seats: booking.seats })}
          </span>
        </h3>
        {data.mayEdit && (
          <span className={classes.buttons}>
            {some.length > 0 && (
              <Button
                size="compact-sm"
                variant="default"
                loading={putOn.isPending}
                onClick={() =>
                  putOn.mutate({
                    params,
                    body: { travellers: some.map(({ mobilityId }) => ({ mobilityId })) },
                  })
                }
              >
                {t('journeys:booking.putAllOn', { count: some.length })}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={onChange}>
              {t('journeys:booking.change')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => setRemoving(true)}>
              {t('journeys:booking.remove')}
            </Button>
          </span>
        )}
      </div>
      <div className={classes.ways}>
        {directions.map((direction) => {
          const legs = booking.legs.filter((leg) => leg.direction === direction)
          return (
            legs.length > 0 && (
              <div key={direction}>
                <h4 className={classes.wayTitle}>{t(`journeys:way.${direction}`)}</h4>
                <WayView way={plainWay(legs)} />
              </div>
            )
          )
        })}
      </div>
      <details>
        <summary>{t('journeys:booking.who')}</summary>
        <ul className={classes.passengers}>
          {booking.travellers.map((one) => (
            <li key={one.mobilityId ?? one.name}>
              <span>
                {one.name}
                <span className={classes.quiet}>
                  {!one.mobilityId && ` ${t('journeys:list.companion')}`}
                  {one.directions.length === 1 &&
                    booking.legs.some((leg) => leg.direction !== one.directions[0]) &&
                    ` ${t(`journeys:booking.only.${one.directions[0] ?? 'out'}`)}`}
                </span>
              </span>
              {data.mayEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('journeys:seat.takeOff', { name: one.name })}
                  onClick={() =>
                    takeOff.mutate({
                      params,
                      body: one.mobilityId ? { mobilityIds: [one.mobilityId] } : { names: [one.name] },
                    })
                  }
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      </details>
      <ProblemNote problem={takeOff.error ?? putOn.error} />
      <ConfirmDialog
        opened={removing}
        title={t('journeys:booking.removeTitle')}
        confirm={t('journeys:booking.remove')}
        danger
        busy={remove.isPending}
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate({ params })}
      >
        {t('journeys:booking.removeText', { count: booking.people })}
        <ProblemNote problem={remove.error} />
      </ConfirmDialog>
    </li>
  )
}

/** Legs of a booking, shown as a way without anybody's seat. */
const plainWay = (legs: Booking['legs']) => ({
  journeyId: '',
  alone: false,
  reference: null,
  legs: legs.map((leg) => ({ ...leg, seat: null })),
  late: false,
  changedAt: null,
  wasDay: null,
  wasTime: null,
  transfer: null,
  pickUpBefore: null,
})
