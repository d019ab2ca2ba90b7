import { MultiSelect, NumberInput, Select, SimpleGrid } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'
import type { Budget, Target } from './budget-answers.ts'

const numbers = ['participants', 'days', 'fewerOpportunities', 'blended', 'green', 'accompanying'] as const

interface TargetDialogProps {
  budget: Budget
  /** Null for a new one. */
  target: Target | null
  organisation: string
  onClose: () => void
}

/** What was promised of an activity type, or in a KA122 project of a flow. */
export default function TargetDialog({ budget, target, organisation, onClose }: TargetDialogProps) {
  const { t } = useTranslation(['budget', 'mobilities'])
  const client = useQueryClient()
  const byFlow = budget.project.action === 'KA122-VET' || Boolean(target?.flow)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      activityType: target?.activityType ?? 'LM-SHORT-VET',
      flowId: target?.flow?.id ?? '',
      objectives: target?.objectives ?? [],
      ...(Object.fromEntries(numbers.map((key) => [key, target?.[key] ?? 0])) as Record<
        (typeof numbers)[number],
        number | string
      >),
    },
    send: (values) => {
      const known = budget.targets.find(
        (one) => one.activityType === values.activityType && (one.flow?.id ?? '') === values.flowId,
      )
      return api('PUT /organisations/:organisation/projects/:project/targets', {
        params: { organisation, project: budget.project.id },
        body: {
          activityType: values.activityType,
          flowId: values.flowId || null,
          objectives: values.objectives,
          version: known?.version ?? 0,
          ...(Object.fromEntries(numbers.map((key) => [key, Number(values[key] || 0)])) as Record<
            (typeof numbers)[number],
            number
          >),
        },
      })
    },
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/projects/:project/budget'])
      onClose()
    },
  })
  return (
    <FormDialog title={t('budget:targets.edit')} size="lg" {...{ onClose, submit, sending, problem }}>
      {byFlow && (
        <Select
          label={t('budget:way.flow')}
          data={budget.flows.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          searchable
          disabled={target !== null}
          {...form.getInputProps('flowId')}
          onChange={(value) => {
            const flow = budget.flows.find(({ id }) => id === value)
            form.setFieldValue('flowId', value ?? '')
            if (flow) form.setFieldValue('activityType', flow.activityType)
          }}
        />
      )}
      <Select
        label={t('budget:way.activity')}
        data={activityTypeKeys.map((key) => ({ value: key, label: t(`mobilities:activityType.${key}`) }))}
        allowDeselect={false}
        disabled={target !== null || form.values.flowId !== ''}
        {...form.getInputProps('activityType')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {numbers.map((key) => (
          <NumberInput
            key={key}
            label={t(`budget:targets.${key}`)}
            min={0}
            allowDecimal={false}
            {...form.getInputProps(key)}
          />
        ))}
      </SimpleGrid>
      {budget.objectives.length > 0 && (
        <MultiSelect
          label={t('budget:targets.serves')}
          data={budget.objectives.map(({ key, text }) => ({ value: key, label: text }))}
          {...form.getInputProps('objectives')}
        />
      )}
    </FormDialog>
  )
}
