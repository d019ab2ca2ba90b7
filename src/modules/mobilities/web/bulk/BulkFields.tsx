import { Checkbox, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { partyRoles } from '../../party-roles.rules.ts'
import { statuses } from '../../statuses.rules.ts'
import { PartnerSelect } from '../PartnerSelect.tsx'
import { ProfileFields } from './ProfileFields.tsx'
import type { BulkKind, BulkValues } from './bulk-kinds.ts'

interface BulkFieldsProps {
  organisation: string
  kind: BulkKind
  form: UseFormReturnType<BulkValues>
}

/** The fields of one kind of action. */
export function BulkFields({ organisation, kind, form }: BulkFieldsProps) {
  const { t } = useTranslation(['bulk', 'mobilities', 'record'])
  if (kind === 'assign-flow')
    return (
      <>
        <FlowSelect
          organisation={organisation}
          label={t('record:field.flow')}
          required
          data-autofocus
          {...form.getInputProps('flowId')}
        />
        <Checkbox label={t('bulk:takeDates')} {...form.getInputProps('takeDates', { type: 'checkbox' })} />
      </>
    )
  if (kind === 'set-dates')
    return (
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={t('record:field.departure')}
          required
          data-autofocus
          {...form.getInputProps('departure')}
        />
        <TextInput
          type="date"
          label={t('record:field.return')}
          required
          min={form.values.departure}
          {...form.getInputProps('return')}
        />
      </Group>
    )
  if (kind === 'set-host')
    return (
      <PartnerSelect
        organisation={organisation}
        label={t('record:field.hosting')}
        required
        data-autofocus
        {...form.getInputProps('hostingId')}
      />
    )
  if (kind === 'set-grant') return <GrantFields form={form} />
  if (kind === 'set-profile') return <ProfileFields form={form} />
  if (kind === 'add-task') return <TaskFields form={form} />
  if (kind === 'message') return <MessageFields form={form} />
  if (kind === 'give-pack')
    return <Checkbox label={t('bulk:anyway')} {...form.getInputProps('anyway', { type: 'checkbox' })} />
  return (
    <>
      {kind === 'change-status' && (
        <Select
          label={t('record:field.status')}
          required
          data-autofocus
          data={statuses.map((status) => ({ value: status, label: t(`mobilities:status.${status}`) }))}
          {...form.getInputProps('to')}
        />
      )}
      <Textarea
        label={t('record:status.reason')}
        required={kind === 'cancel'}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </>
  )
}

function GrantFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation('bulk')
  const answers = [
    { value: 'yes', label: t('bulk:grant.yes') },
    { value: 'no', label: t('bulk:grant.no') },
  ]
  return (
    <>
      <Select
        label={t('bulk:grant.green')}
        placeholder={t('bulk:grant.asIs')}
        data={answers}
        clearable
        data-autofocus
        {...form.getInputProps('green')}
      />
      <Select
        label={t('bulk:grant.fewerOpportunities')}
        placeholder={t('bulk:grant.asIs')}
        data={answers}
        clearable
        {...form.getInputProps('fewerOpportunities')}
      />
      <NumberInput
        label={t('bulk:grant.travelDays')}
        placeholder={t('bulk:grant.asIs')}
        min={0}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('travelDays')}
      />
    </>
  )
}

function TaskFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation(['bulk', 'mobilities', 'record'])
  return (
    <>
      <TextInput
        label={t('record:tasks.what')}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <Select
        label={t('record:tasks.whose')}
        required
        allowDeselect={false}
        data={partyRoles.map((role) => ({ value: role, label: t(`mobilities:partyRole.${role}`) }))}
        {...form.getInputProps('owner')}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={t('bulk:days')}
          required
          min={0}
          max={730}
          allowDecimal={false}
          {...form.getInputProps('days')}
        />
        <Select
          label={t('bulk:when')}
          allowDeselect={false}
          data={(['before', 'after'] as const).map((value) => ({ value, label: t(`bulk:${value}`) }))}
          {...form.getInputProps('when')}
        />
        <Select
          label={t('bulk:day')}
          allowDeselect={false}
          data={(['departure', 'return'] as const).map((value) => ({
            value,
            label: t(`record:field.${value}`),
          }))}
          {...form.getInputProps('anchor')}
        />
      </Group>
    </>
  )
}

function MessageFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation(['bulk', 'mobilities'])
  return (
    <>
      <MultiSelect
        label={t('bulk:recipients')}
        required
        data={partyRoles.map((role) => ({ value: role, label: t(`mobilities:partyRole.${role}`) }))}
        {...form.getInputProps('recipients')}
      />
      <TextInput
        label={t('bulk:subject')}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('subject')}
      />
      <Textarea
        label={t('bulk:text')}
        required
        autosize
        minRows={4}
        maxLength={10_000}
        {...form.getInputProps('text')}
      />
    </>
  )
}
