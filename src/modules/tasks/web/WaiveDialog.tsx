import { Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'
import { api } from '#web/api/api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useTaskTitle } from './task-words.ts'
import type { RecordTask } from './use-tasks.ts'

export interface TaskDialogProps {
  organisation: string
  task: RecordTask
  onClose: () => void
}

/** Says that a task is not needed here, and why. */
export default function WaiveDialog({ organisation, task, onClose }: TaskDialogProps) {
  const { t } = useTranslation(['record', 'tasks', 'web'])
  const client = useQueryClient()
  const title = useTaskTitle()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: (value: string) => (value.trim() ? null : t('tasks:whyNot.reason-needed')) },
    send: ({ reason }) =>
      api('POST /organisations/:organisation/tasks/:task/waiver', {
        params: { organisation, task: task.id },
        body: { reason },
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('record:tasks.waive')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
      confirm={t('record:tasks.waive')}
    >
      <Text>{title(task)}</Text>
      <Textarea
        label={t('record:tasks.waiveReason')}
        required
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
