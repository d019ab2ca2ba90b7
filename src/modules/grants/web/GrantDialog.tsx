import { Checkbox, NumberInput, Select, SimpleGrid, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { EvidenceInput, keepFor } from '#modules/files/web/EvidenceInput.tsx'
import { grantReads, type Grant } from './grant-answers.ts'
import { GrantWarnings } from './GrantLines.tsx'
import { changesOf, dayFields, editOf, flags, valuesOf, type GrantValues } from './grant-values.ts'
import { RealCosts } from './RealCosts.tsx'
import { Venues } from './Venues.tsx'
import classes from './grants.module.css'

/** The regions of the Programme Guide for countries outside the programme. */
const regions = Array.from({ length: 14 }, (_, at) => String(at + 1))

interface GrantDialogProps {
  grant: Grant
  organisation: string
  onClose: () => void
}

/** What a grant is computed from beside the record, with what comes out while one changes it. */
export default function GrantDialog({ grant, organisation, onClose }: GrantDialogProps) {
  const { t } = useTranslation('grants')
  const client = useQueryClient()
  const params = { organisation, mobility: grant.mobilityId }
  const [opened] = useState(() => valuesOf(grant))
  const { form, submit, sending, problem } = useApiForm<GrantValues>({
    initialValues: opened,
    validate: {
      forceReason: (reason, { forceTravel, forceSupport }) =>
        reason.trim() === '' && (forceTravel !== '' || forceSupport !== '')
          ? t('grants:force.needsReason')
          : null,
    },
    send: (values) =>
      api('PATCH /organisations/:organisation/mobilities/:mobility/grant', {
        params,
        version: grant.version,
        body: changesOf(opened, values),
      }),
    onDone: () => {
      void refresh(client, grantReads)
      toast(t('grants:saved'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('grants:change')} size="xl" {...{ onClose, submit, sending, problem }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('grants:input.role')}
          data={(['learner', 'staff', 'accompanying'] as const).map((value) => ({
            value,
            label: t(`grants:role.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        {dayFields.map((field) => (
          <NumberInput
            key={field}
            label={t(`grants:input.${field}`)}
            {...(field === 'travelDays' ? { description: t('grants:input.travelDaysText') } : {})}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={0}
            max={999}
            allowDecimal={false}
            {...form.getInputProps(field)}
          />
        ))}
        <NumberInput
          label={t('grants:input.distanceKm')}
          description={t('grants:input.distanceKmText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          {...form.getInputProps('distanceKm')}
        />
        <Select
          label={t('grants:input.region')}
          description={t('grants:input.regionText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={regions}
          clearable
          {...form.getInputProps('region')}
          onChange={(value) => form.setFieldValue('region', value ?? '')}
        />
        <EvidenceInput
          label={t('grants:distance.evidence')}
          send={keepFor(organisation, 'distance-evidence')}
          onKept={(id) => form.setFieldValue('distanceEvidence', id ?? grant.inputs.distanceEvidence ?? null)}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`grants:input.${flag}`)}
            {...form.getInputProps(flag, { type: 'checkbox' })}
          />
        ))}
      </SimpleGrid>
      <Venues venues={form.values.venues} onChange={(venues) => form.setFieldValue('venues', venues)} />
      <RealCosts costs={form.values.realCosts} onChange={(costs) => form.setFieldValue('realCosts', costs)} />
      <ForceMajeure inputProps={(field) => form.getInputProps(field) as object} />
      <Live params={params} values={form.values} />
    </FormDialog>
  )
}

function ForceMajeure({ inputProps }: { inputProps: (field: keyof GrantValues) => object }) {
  const { t } = useTranslation('grants')
  return (
    <details>
      <summary>{t('grants:input.forceMajeure')}</summary>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <NumberInput
          label={t('grants:force.travel')}
          min={0}
          decimalScale={2}
          {...inputProps('forceTravel')}
        />
        <NumberInput
          label={t('grants:force.individual-support')}
          min={0}
          decimalScale={2}
          {...inputProps('forceSupport')}
        />
      </SimpleGrid>
      <Textarea label={t('grants:force.reason')} autosize mt="xs" {...inputProps('forceReason')} />
    </details>
  )
}

/** The total with the answers in the form. */
function Live({
  params,
  values,
}: {
  params: { organisation: string; mobility: string }
  values: GrantValues
}) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const [asked] = useDebouncedValue(editOf(values), 200)
  const { data } = useQuery({
    queryKey: ['POST /organisations/:organisation/mobilities/:mobility/grant/preview', params, asked],
    queryFn: ({ signal }) =>
      api(
        'POST /organisations/:organisation/mobilities/:mobility/grant/preview',
        { params, body: asked },
        { signal },
      ),
    placeholderData: (before) => before,
    retry: false,
  })
  return (
    <>
      {data && <GrantWarnings grant={data} />}
      <div className={classes.live} role="status">
        <span>{t('grants:live')}</span>
        <span>{data?.total === null || !data ? t('grants:notKnown') : format.money(data.total)}</span>
      </div>
    </>
  )
}
