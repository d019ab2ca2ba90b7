import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  NumberInput,
  Select,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm, type ApiForm } from '#web/api/use-api-form.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { housingKinds } from '../vetting.rules.ts'
import { bodyOf, nextRoomName, valuesOf, type HousingValues } from './housing-values.ts'
import { housingReads, type Housing } from './stays-answers.ts'
import classes from './stays.module.css'

interface HousingDialogProps {
  organisation: string
  /** Null: a new one. */
  housing: Housing | null
  /** Where a new one is, to begin with: in the organisation’s own country. */
  country?: string | null
  onClose: () => void
}

/** What one knows about a housing: where, whom to call, what it is like, its rooms. */
export function HousingDialog({ organisation, housing, country, onClose }: HousingDialogProps) {
  const { t } = useTranslation('stays')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { form, submit, sending, problem } = useApiForm<HousingValues>({
    initialValues: valuesOf(housing, country),
    send: async (values) => {
      const saved = housing
        ? await api('PUT /organisations/:organisation/housings/:housing', {
            params: { organisation, housing: housing.id },
            body: { ...bodyOf(values), version: housing.version, archived: housing.archived },
          })
        : await api('POST /organisations/:organisation/housings', {
            params: { organisation },
            body: bodyOf(values),
          })
      await refresh(client, housingReads)
      onClose()
      if (!housing) await navigate(paths.housing(organisation, saved.id))
    },
  })
  const field = (name: keyof HousingValues & string) => ({
    label: t(`stays:field.${name}`),
    ...form.getInputProps(name),
  })
  const family = form.values.kind === 'family'
  return (
    <FormDialog
      title={housing ? t('stays:change') : t('stays:add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput {...field('name')} required data-autofocus />
        <Select
          {...field('kind')}
          allowDeselect={false}
          data={housingKinds.map((value) => ({ value, label: t(`stays:kind.${value}`) }))}
        />
        <NumberInput {...field('pricePerNight')} min={0} decimalScale={2} suffix=" €" />
        <TextInput {...field('address')} />
        <TextInput {...field('town')} />
        <CountrySelect {...field('country')} clearable />
        <TextInput {...field('contact')} description={t('stays:hint.contact')} />
        <TextInput {...field('phone')} type="tel" />
        <TextInput {...field('email')} type="email" />
        <TextInput {...field('vettedUntil')} type="date" description={t('stays:hint.vettedUntil')} />
        <NumberInput {...field('latitude')} min={-90} max={90} description={t('stays:hint.latitude')} />
        <NumberInput {...field('longitude')} min={-180} max={180} />
      </SimpleGrid>
      <TextInput {...field('vettingNote')} />
      <Rooms form={form} />
      <Fieldset legend={t('stays:features')}>
        <div className={classes.checks}>
          {(['accessible', 'quiet', 'dietKitchen', 'pets', 'smoking'] as const).map((key) => (
            <Checkbox
              key={key}
              label={t(`stays:feature.${key}`)}
              {...form.getInputProps(key, { type: 'checkbox' })}
            />
          ))}
        </div>
      </Fieldset>
      {family && (
        <Textarea {...field('profile')} description={t('stays:hint.profile')} autosize minRows={3} />
      )}
      <Textarea {...field('rules')} description={t('stays:hint.rules')} autosize minRows={2} />
      <TextInput {...field('keys')} />
      <Textarea {...field('note')} description={t('stays:hint.note')} autosize minRows={1} />
    </FormDialog>
  )
}

function Rooms({ form }: { form: ApiForm<HousingValues>['form'] }) {
  const { t } = useTranslation('stays')
  const { rooms } = form.values
  return (
    <Fieldset legend={t('stays:field.rooms')}>
      <div className={classes.rooms}>
        {rooms.map((room, at) => (
          <div key={room.id ?? `new ${at}`} className={classes.roomFields}>
            <TextInput label={t('stays:field.room')} {...form.getInputProps(`rooms.${at}.name`)} />
            <NumberInput
              label={t('stays:field.beds')}
              min={1}
              max={100}
              allowDecimal={false}
              {...form.getInputProps(`rooms.${at}.beds`)}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('stays:removeRoom', { name: room.name })}
              onClick={() => form.removeListItem('rooms', at)}
            >
              <IconX size={18} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => form.insertListItem('rooms', { id: null, name: nextRoomName(rooms), beds: 2 })}
          >
            {t('stays:addRoom')}
          </Button>
        </div>
        {typeof form.errors['rooms'] === 'string' && (
          <p role="alert" className={classes.mark} data-standing="expired">
            {form.errors['rooms']}
          </p>
        )}
      </div>
    </Fieldset>
  )
}
