import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { api } from '#web/api/api.ts'
import { useApi, refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { activityTypeKeys } from '../activity-types.rules.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { PartnerSelect } from './PartnerSelect.tsx'
import { changedValues } from './changed-values.ts'
import { readsOfMobility, useMobility, type MobilityRecord } from './use-mobility.ts'

interface DetailsDialogProps {
  record: MobilityRecord
  organisation: string
  onClose: () => void
}

/** Edits what, where and when. Only what was changed is sent, so that two people can edit different fields at once. */
export default function DetailsDialog({ record: first, organisation, onClose }: DetailsDialogProps) {
  const { t } = useTranslation(['record', 'mobilities', 'web'])
  const client = useQueryClient()
  // What one began with: later answers must not move the version under one's hands.
  const [record, begin] = useState(first)
  const present = useMobility(organisation, first.id).data
  const flows = useApi('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: { limit: 200 },
  })
  const initial = valuesOf(record)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: initial,
    send: (values) =>
      api('PATCH /organisations/:organisation/mobilities/:mobility', {
        params: { organisation, mobility: record.id },
        version: record.version,
        body: editOf(initial, values),
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  const takeNewest = (): void => {
    if (present) begin(present)
  }
  return (
    <FormDialog
      title={t('record:details.edit')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
      retry={present && present.version !== record.version ? takeNewest : undefined}
      size="lg"
    >
      <Select
        label={t('record:field.activityType')}
        data={activityTypeKeys.map((key) => ({ value: key, label: t(`mobilities:activityType.${key}`) }))}
        allowDeselect={false}
        {...form.getInputProps('activityType')}
      />
      <Select
        label={t('record:field.flow')}
        data={(flows.data?.items ?? []).map((flow) => ({ value: flow.id, label: flow.name }))}
        searchable
        clearable
        {...form.getInputProps('flowId')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput type="date" label={t('record:field.departure')} {...form.getInputProps('departure')} />
        <TextInput type="date" label={t('record:field.return')} {...form.getInputProps('return')} />
        <CountrySelect label={t('record:field.country')} {...form.getInputProps('country')} />
        <TownInput
          label={t('record:field.town')}
          country={form.values.country}
          {...form.getInputProps('town')}
        />
      </SimpleGrid>
      <PartnerSelect
        label={t('record:field.hosting')}
        organisation={organisation}
        known={record.hosting}
        {...form.getInputProps('hostingId')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('record:field.field')} {...form.getInputProps('field')} />
        <TextInput label={t('record:field.externalId')} {...form.getInputProps('externalId')} />
      </SimpleGrid>
      <Textarea
        label={t('record:field.note')}
        description={t('record:details.noteOwn')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}

const valuesOf = (record: MobilityRecord) => ({
  activityType: record.activityType,
  flowId: record.flow?.id ?? null,
  departure: record.departure ?? '',
  return: record.return ?? '',
  country: record.country,
  town: record.town ?? '',
  hostingId: record.hosting?.id ?? null,
  field: record.field ?? '',
  externalId: record.externalId ?? '',
  note: record.note ?? '',
})

/** Only what was changed; a type of activity is never emptied. */
function editOf(before: ReturnType<typeof valuesOf>, after: ReturnType<typeof valuesOf>) {
  const { activityType, ...changed } = changedValues(before, after)
  return { ...changed, ...(activityType ? { activityType } : {}) }
}
