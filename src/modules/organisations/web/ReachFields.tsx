import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { OidInput } from './OidInput.tsx'
import classes from './organisations.module.css'

/** How to find and reach an organisation, as a form keeps it. */
export type ReachValues = {
  shortName: string
  oid: string
  erasmusCode: string
  country: string | null
  town: string
  address: string
  email: string
  phone: string
  website: string
}

type Shown = { [F in keyof ReachValues]: string | null }

/** The fields of an organisation as a form keeps them: texts are never null. */
export function reachOf(organisation: Shown): ReachValues {
  const text = (field: Exclude<keyof ReachValues, 'country'>): string => organisation[field] ?? ''
  return {
    shortName: text('shortName'),
    oid: text('oid'),
    erasmusCode: text('erasmusCode'),
    country: organisation.country ?? null,
    town: text('town'),
    address: text('address'),
    email: text('email'),
    phone: text('phone'),
    website: text('website'),
  }
}

/** An organisation of which nothing is known yet. */
export const noReach: ReachValues = {
  shortName: '',
  oid: '',
  erasmusCode: '',
  country: null,
  town: '',
  address: '',
  email: '',
  phone: '',
  website: '',
}

interface ReachFieldsProps {
  oid: string
  inputProps: (field: string) => object
}

/** The fields; `inputProps` is the form's `getInputProps`. */
export function ReachFields({ oid, inputProps }: ReachFieldsProps) {
  const { t } = useTranslation('organisations')
  return (
    <div className={classes.fields}>
      <CountrySelect label={t('organisations:field.country')} {...inputProps('country')} />
      <TownInput
        label={t('organisations:field.town')}
        country={(inputProps('country') as { value?: string | null }).value}
        {...inputProps('town')}
      />
      <OidInput {...inputProps('oid')} value={oid} />
      <TextInput
        label={t('organisations:field.erasmusCode')}
        placeholder="E VALENCI01"
        {...inputProps('erasmusCode')}
      />
      <TextInput label={t('organisations:field.shortName')} {...inputProps('shortName')} />
      <TextInput label={t('organisations:field.address')} {...inputProps('address')} />
      <TextInput type="email" label={t('organisations:field.email')} {...inputProps('email')} />
      <TextInput type="tel" label={t('organisations:field.phone')} {...inputProps('phone')} />
      <TextInput
        type="url"
        label={t('organisations:field.website')}
        placeholder="https://"
        {...inputProps('website')}
      />
    </div>
  )
}
