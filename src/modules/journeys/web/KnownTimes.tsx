import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Booking } from './journey-answers.ts'
import type { LegValues } from './leg-values.ts'

type Leg = Booking['legs'][number]

interface KnownTimesProps {
  leg: LegValues
  /** The other bookings of the flow. */
  bookings: readonly Booking[]
  onUse: (known: Leg) => void
}

const plain = (number: string | null): string => (number ?? '').replaceAll(/\s/g, '').toUpperCase()

/** The same flight or train of the same day stands in another booking with other times: one of them is wrong. */
export function KnownTimes({ leg, bookings, onUse }: KnownTimesProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const known = bookings
    .flatMap(({ legs }) => legs)
    .find(
      (one) =>
        plain(leg.number) !== '' &&
        plain(one.number) === plain(leg.number) &&
        one.departsOn === leg.departsOn &&
        (one.departsAt !== leg.departsAt ||
          one.arrivesAt !== leg.arrivesAt ||
          one.arrivesOn !== leg.arrivesOn),
    )
  if (!known) return null
  return (
    <Alert color="yellow" role="status">
      {t('journeys:leg.known', {
        number: leg.number,
        day: format.date(known.departsOn, 'short'),
        departs: known.departsAt,
        arrives: known.arrivesAt,
      })}{' '}
      <Button size="compact-sm" variant="default" onClick={() => onUse(known)}>
        {t('journeys:leg.useKnown')}
      </Button>
    </Alert>
  )
}
