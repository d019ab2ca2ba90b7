import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import type { Party } from './order-answers.ts'
import classes from './orders.module.css'

export type PartyValues = { [F in keyof Party]: F extends 'country' ? string | null : string } & Record<
  string,
  unknown
>

const texts = [
  'name',
  'street',
  'postcode',
  'town',
  'vatId',
  'taxNumber',
  'registration',
  'contact',
  'email',
  'phone',
] as const

export const partyValues = (party: Party): PartyValues =>
  ({
    ...Object.fromEntries(texts.map((key) => [key, party[key] ?? ''])),
    country: party.country,
  }) as PartyValues

export const partyInput = (values: PartyValues): Party =>
  ({
    ...Object.fromEntries(
      texts.map((key) => [key, key === 'name' ? values.name : values[key].trim() || null]),
    ),
    country: values.country,
  }) as Party

/** Name, address and numbers of a seller or buyer. */
export function PartyFields<V extends Record<string, unknown>>({
  form,
  at,
}: {
  form: UseFormReturnType<V>
  at: string
}) {
  const { t } = useTranslation('orders')
  const field = (name: string) => ({
    label: t(`orders:party.${name}`),
    ...form.getInputProps(`${at}.${name}`),
  })
  return (
    <div className={classes.fields}>
      {texts.slice(0, 4).map((name) => (
        <TextInput key={name} {...field(name)} required={name === 'name'} />
      ))}
      <CountrySelect {...field('country')} />
      {texts.slice(4).map((name) => (
        <TextInput key={name} {...field(name)} />
      ))}
    </div>
  )
}
