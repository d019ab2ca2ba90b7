import { NumberInput, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { PartnerSelect } from '#modules/mobilities/web/PartnerSelect.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { placementReads, type Placement } from './placement-answers.ts'

interface ProposeDialogProps {
  organisation: string
  record: MobilityRecord
  /** The other company is to come after (or before) this one. */
  inTurnWith?: Placement
  onClose: () => void
}

/** Proposes a position of the register, a known company or a new one; or a second company in turn. */
export default function ProposeDialog({ organisation, record, inTurnWith, onClose }: ProposeDialogProps) {
  const { t } = useTranslation(['placements', 'record'])
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      kind: 'position' as 'position' | 'known' | 'new',
      positionId: null as string | null,
      companyId: null as string | null,
      name: '',
      country: record.country,
      town: record.town ?? '',
      startsOn: '',
      endsOn: inTurnWith?.endsOn ?? '',
      share: 50 as number | string,
      workingHours: '',
      workplaceAddress: '',
    },
    validate: {
      positionId: (value, { kind }) =>
        kind === 'position' && !value ? t('placements:propose.choosePosition') : null,
      companyId: (value, { kind }) => (kind === 'known' && !value ? t('record:company.choose') : null),
      name: (value, { kind }) => (kind === 'new' && !value.trim() ? t('record:company.nameNeeded') : null),
      startsOn: (value) => (inTurnWith && !value ? t('placements:propose.startNeeded') : null),
    },
    send: ({ kind, positionId, companyId, name, country, town, startsOn, endsOn, share, ...more }) =>
      api('POST /organisations/:organisation/placements', {
        params: { organisation },
        body: {
          mobilityId: record.id,
          ...(kind === 'position'
            ? { positionId }
            : kind === 'known'
              ? { companyId }
              : { name, country, town: town || null }),
          ...(inTurnWith
            ? { inTurnWith: inTurnWith.id, startsOn, endsOn: endsOn || null, share: Number(share || 0) }
            : {}),
          workingHours: more.workingHours || null,
          workplaceAddress: more.workplaceAddress || null,
        },
      }),
    onDone: () => {
      void refresh(client, placementReads)
      onClose()
    },
  })
  const { kind } = form.values
  return (
    <FormDialog
      title={inTurnWith ? t('placements:propose.second') : t('record:placement.propose')}
      confirm={t('record:placement.propose')}
      {...{ onClose, submit, sending, problem }}
    >
      {inTurnWith && (
        <p style={{ margin: 0 }}>
          {t('placements:propose.secondText', { company: inTurnWith.company.name })}
        </p>
      )}
      <SegmentedControl
        aria-label={t('record:company.which')}
        data={[
          { value: 'position', label: t('placements:propose.position') },
          { value: 'known', label: t('record:company.known') },
          { value: 'new', label: t('record:company.new') },
        ]}
        {...form.getInputProps('kind')}
      />
      {kind === 'position' && (
        <PositionSelect
          organisation={organisation}
          on={record.departure}
          {...form.getInputProps('positionId')}
        />
      )}
      {kind === 'known' && (
        <PartnerSelect
          label={t('record:company.name')}
          organisation={organisation}
          required
          {...form.getInputProps('companyId')}
        />
      )}
      {kind === 'new' && (
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
      )}
      {inTurnWith && (
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput type="date" required label={t('placements:from')} {...form.getInputProps('startsOn')} />
          <TextInput type="date" label={t('placements:until')} {...form.getInputProps('endsOn')} />
          <NumberInput
            min={1}
            max={99}
            suffix=" %"
            label={t('placements:share')}
            {...form.getInputProps('share')}
          />
        </SimpleGrid>
      )}
      {kind !== 'position' && (
        <>
          <TextInput label={t('placements:hours')} {...form.getInputProps('workingHours')} />
          <TextInput label={t('placements:address')} {...form.getInputProps('workplaceAddress')} />
        </>
      )}
    </FormDialog>
  )
}

/** A position of the own register that is offered on the first day, with how many places are left. */
function PositionSelect({
  organisation,
  on,
  ...props
}: {
  organisation: string
  on: string | null
} & Record<string, unknown>) {
  const { t } = useTranslation('placements')
  const positions = useApi('GET /organisations/:organisation/positions', {
    params: { organisation },
    query: { limit: 200, ...(on ? { on } : {}) },
  }).data?.items
  return (
    <Select
      label={t('placements:position')}
      required
      searchable
      nothingFoundMessage={t('placements:propose.noPosition')}
      data={(positions ?? []).map((one) => ({
        value: one.id,
        label: [
          one.company,
          one.title,
          t('placements:propose.left', { count: Math.max(0, one.places - one.taken) }),
        ].join(' · '),
        disabled: one.taken >= one.places,
      }))}
      {...props}
    />
  )
}
