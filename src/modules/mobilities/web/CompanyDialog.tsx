import { SegmentedControl, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { api } from '#web/api/api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { PartnerSelect } from './PartnerSelect.tsx'
import { readsOfMobility, type MobilityRecord } from './use-mobility.ts'

interface CompanyDialogProps {
  record: MobilityRecord
  organisation: string
  onClose: () => void
}

/** Proposes a known company or a new one by name and place. */
export default function CompanyDialog({ record, organisation, onClose }: CompanyDialogProps) {
  const { t } = useTranslation(['record', 'web'])
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      kind: 'known' as 'known' | 'new',
      companyId: record.company?.id ?? null,
      name: '',
      country: record.country,
      town: record.town ?? '',
      workingHours: record.workingHours ?? '',
      workplaceAddress: record.workplaceAddress ?? '',
      note: record.companyNote ?? '',
    },
    validate: {
      companyId: (value, { kind }) => (kind === 'known' && !value ? t('record:company.choose') : null),
      name: (value, { kind }) => (kind === 'new' && !value.trim() ? t('record:company.nameNeeded') : null),
    },
    send: ({ kind, companyId, name, country, town, ...more }) =>
      api('PUT /organisations/:organisation/mobilities/:mobility/company', {
        params: { organisation, mobility: record.id },
        body: {
          ...(kind === 'known' && companyId ? { companyId } : { name, country, town: town || null }),
          workingHours: more.workingHours || null,
          workplaceAddress: more.workplaceAddress || null,
          note: more.note || null,
        },
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  const isNew = form.values.kind === 'new'
  return (
    <FormDialog
      title={t('record:placement.propose')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
      confirm={t('record:placement.propose')}
    >
      <SegmentedControl
        aria-label={t('record:company.which')}
        data={[
          { value: 'known', label: t('record:company.known') },
          { value: 'new', label: t('record:company.new') },
        ]}
        {...form.getInputProps('kind')}
      />
      {isNew ? (
        <>
          <TextInput label={t('record:company.name')} required {...form.getInputProps('name')} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <CountrySelect label={t('record:field.country')} {...form.getInputProps('country')} />
            <TownInput
              label={t('record:field.town')}
              country={form.values.country}
              {...form.getInputProps('town')}
            />
          </SimpleGrid>
        </>
      ) : (
        <PartnerSelect
          label={t('record:company.name')}
          organisation={organisation}
          known={record.company}
          required
          {...form.getInputProps('companyId')}
        />
      )}
      <TextInput label={t('record:placement.hours')} {...form.getInputProps('workingHours')} />
      <TextInput label={t('record:placement.address')} {...form.getInputProps('workplaceAddress')} />
      <Textarea label={t('record:placement.note')} autosize minRows={2} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
