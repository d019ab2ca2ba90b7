import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { addDays } from '#shared/dates.ts'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { paths } from '#web/paths.ts'

interface PrepareRunDialogProps {
  organisation: string
  project: string
  /** The flow that is looked at, proposed. */
  flow: string | null
  onClose: () => void
}

/** Gathers what is ready until a day. */
export function PrepareRunDialog({ organisation, project, flow: looked, onClose }: PrepareRunDialogProps) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      flow: looked,
      executionDate: addDays(todayHere(), 2),
      dueUntil: addDays(todayHere(), 30),
    },
    send: async ({ flow, ...days }) => {
      const run = await api('POST /organisations/:organisation/projects/:project/payment-runs', {
        params: { organisation, project },
        body: { ...days, ...(flow ? { flow } : {}) },
      })
      await refresh(client, [
        'GET /organisations/:organisation/payment-runs',
        'GET /organisations/:organisation/projects/:project/payables',
      ])
      await navigate(paths.paymentRun(organisation, run.id))
    },
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('payments:run.prepare')}
      confirm={t('payments:run.prepare')}
      {...{ onClose, submit, sending, problem }}
    >
      <FlowSelect
        organisation={organisation}
        project={project}
        label={t('payments:run.flow')}
        {...form.getInputProps('flow')}
      />
      <TextInput
        type="date"
        label={t('payments:run.dueUntil')}
        required
        data-autofocus
        {...form.getInputProps('dueUntil')}
      />
      <TextInput
        type="date"
        label={t('payments:run.execution')}
        required
        {...form.getInputProps('executionDate')}
      />
    </FormDialog>
  )
}
