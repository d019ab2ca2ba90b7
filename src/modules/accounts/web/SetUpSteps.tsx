import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { whyNotOid } from '#modules/organisations/oid.rules.ts'
import { OidInput } from '#modules/organisations/web/OidInput.tsx'
import type { ApiForm } from '#web/api/use-api-form.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { NewPassword } from './NewPassword.tsx'
import classes from './accounts.module.css'

export interface SetUpValues extends Record<string, unknown> {
  organisation: {
    name: string
    kind: 'sending' | 'hosting' | 'company'
    country: string | null
    town: string
    oid: string
  }
  person: { name: string; email: string; password: string }
}
type Form = ApiForm<SetUpValues>['form']

const kinds = ['sending', 'hosting', 'company'] as const

interface OrganisationStepProps {
  form: Form
  /** With a second step: checks this one first. Without: the button founds the organisation. */
  onNext?: () => void
  sending?: boolean
}

/** What the organisation is called, what it does, where it is. */
export function OrganisationStep({ form, onNext, sending }: OrganisationStepProps) {
  const { t } = useTranslation(['accounts', 'organisations'])
  const { organisation } = form.values
  const next = (): void => {
    form.clearErrors()
    const missing = (['name', 'country', 'town'] as const).filter((field) => !organisation[field]?.trim())
    for (const field of missing) form.setFieldError(`organisation.${field}`, t('accounts:setUp.needed'))
    const why = organisation.oid ? whyNotOid(organisation.oid) : null
    if (why) form.setFieldError('organisation.oid', t(`organisations:oid.${why}`))
    const first = missing[0] ?? (why ? 'oid' : undefined)
    if (first) form.getInputNode(`organisation.${first}`)?.focus()
    else onNext?.()
  }
  return (
    <>
      <TextInput
        size="md"
        label={t('organisations:field.name')}
        autoComplete="organization"
        required
        {...form.getInputProps('organisation.name')}
      />
      <Radio.Group label={t('accounts:setUp.kind')} {...form.getInputProps('organisation.kind')}>
        <Stack gap="xs" mt="xs">
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`organisations:kind.${kind}`)}
              description={t(`organisations:kindText.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <CountrySelect
        size="md"
        label={t('organisations:field.country')}
        required
        {...form.getInputProps('organisation.country')}
      />
      <TextInput
        size="md"
        label={t('organisations:field.town')}
        required
        {...form.getInputProps('organisation.town')}
      />
      <OidInput size="md" {...form.getInputProps('organisation.oid')} value={organisation.oid} />
      {onNext ? (
        <Button size="md" onClick={next}>
          {t('accounts:setUp.next')}
        </Button>
      ) : (
        <Button size="md" type="submit" loading={sending ?? false}>
          {t('accounts:setUp.found')}
        </Button>
      )}
    </>
  )
}

interface PersonStepProps {
  form: Form
  sending: boolean
  onBack: () => void
}

/** The first administrator. */
export function PersonStep({ form, sending, onBack }: PersonStepProps) {
  const { t } = useTranslation('accounts')
  const { organisation, person } = form.values
  return (
    <>
      <TextInput
        size="md"
        label={t('accounts:field.name')}
        autoComplete="name"
        required
        data-autofocus
        {...form.getInputProps('person.name')}
      />
      <TextInput
        size="md"
        type="email"
        label={t('accounts:field.email')}
        autoComplete="username"
        required
        {...form.getInputProps('person.email')}
      />
      <NewPassword
        size="md"
        label={t('accounts:field.password')}
        known={[organisation.name, person.name, person.email]}
        {...form.getInputProps('person.password')}
        value={person.password}
      />
      <div className={classes.links}>
        <Button size="md" variant="default" onClick={onBack}>
          {t('accounts:setUp.back')}
        </Button>
        <Button size="md" type="submit" loading={sending}>
          {t('accounts:setUp.start')}
        </Button>
      </div>
    </>
  )
}
