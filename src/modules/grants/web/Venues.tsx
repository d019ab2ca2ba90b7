import { Button, NumberInput, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import type { VenueValues } from './grant-values.ts'
import classes from './grants.module.css'

interface VenuesProps {
  venues: readonly VenueValues[]
  onChange: (venues: VenueValues[]) => void
}

/** Several places one after the other, in place of the record's one destination. */
export function Venues({ venues, onChange }: VenuesProps) {
  const { t } = useTranslation('grants')
  const change = (at: number, part: Partial<VenueValues>): void =>
    onChange(venues.map((venue, index) => (index === at ? { ...venue, ...part } : venue)))
  return (
    <Stack gap="xs" align="start">
      {venues.map((venue, at) => (
        <div key={at} className={classes.venue}>
          <CountrySelect
            label={t('grants:venue.country')}
            value={venue.country}
            onChange={(country) => change(at, { country })}
          />
          <NumberInput
            label={t('grants:venue.days')}
            min={1}
            allowDecimal={false}
            value={venue.days}
            onChange={(days) => change(at, { days: days === '' ? '' : Number(days) })}
          />
          <NumberInput
            label={t('grants:venue.km')}
            min={0}
            value={venue.distanceKm}
            onChange={(km) => change(at, { distanceKm: km === '' ? '' : Number(km) })}
          />
          <Button
            variant="subtle"
            color="gray"
            onClick={() => onChange(venues.filter((_, index) => index !== at))}
          >
            {t('grants:venue.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange([...venues, { country: null, days: '', distanceKm: '' }])}
      >
        {t('grants:venue.add')}
      </Button>
    </Stack>
  )
}
