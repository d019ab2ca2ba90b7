import { ActionIcon, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { directions, means } from '../travel-means.rules.ts'
import type { LegValues } from './leg-values.ts'
import classes from './journeys.module.css'

interface LegFieldsProps<V extends { legs: LegValues[] }> {
  form: UseFormReturnType<V>
  at: number
  /** Whether the direction is asked; a way has one already. */
  withDirection?: boolean
  onRemove?: (() => void) | undefined
}

/** One leg: by what, from where and when, to where and when. Clocks are those of each place. */
export function LegFields<V extends { legs: LegValues[] }>({
  form,
  at,
  withDirection,
  onRemove,
}: LegFieldsProps<V>) {
  const { t } = useTranslation('journeys')
  const leg = (form.values as { legs: LegValues[] }).legs[at]
  const field = (name: string) => form.getInputProps(`legs.${at}.${name}`)
  if (!leg) return null
  return (
    <fieldset className={classes.leg}>
      <legend className={classes.legend}>
        {t('journeys:leg.title', { number: at + 1 })}
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('journeys:leg.remove', { number: at + 1 })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </legend>
      <div className={classes.legHead}>
        {withDirection && (
          <Select
            label={t('journeys:direction.title')}
            allowDeselect={false}
            data={directions.map((value) => ({ value, label: t(`journeys:direction.${value}`) }))}
            {...field('direction')}
          />
        )}
        <Select
          label={t('journeys:means.title')}
          allowDeselect={false}
          data={means.map((value) => ({ value, label: t(`journeys:means.${value}`) }))}
          {...field('means')}
        />
        <TextInput label={t('journeys:leg.number')} placeholder="FR 4612" {...field('number')} />
        <TextInput label={t('journeys:leg.carrier')} {...field('carrier')} />
      </div>
      {(['from', 'to'] as const).map((side) => (
        <div key={side} className={classes.legEnd}>
          <TownInput
            label={t(`journeys:leg.${side}`)}
            required
            country={leg[side].country || null}
            {...field(`${side}.town`)}
          />
          <CountrySelect
            label={t('journeys:leg.country')}
            required
            clearable={false}
            {...field(`${side}.country`)}
          />
          <TextInput label={t('journeys:leg.stop')} {...field(`${side}.stop`)} />
          <TextInput
            type="date"
            label={t(side === 'from' ? 'journeys:leg.departsOn' : 'journeys:leg.arrivesOn')}
            required
            {...field(side === 'from' ? 'departsOn' : 'arrivesOn')}
          />
          <TextInput
            type="time"
            label={t(side === 'from' ? 'journeys:leg.departsAt' : 'journeys:leg.arrivesAt')}
            required
            {...field(side === 'from' ? 'departsAt' : 'arrivesAt')}
          />
        </div>
      ))}
    </fieldset>
  )
}
