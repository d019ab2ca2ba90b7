import { Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'
import { api } from '#web/api/api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useTaskTitle } from './task-words.ts'
import type { TaskDialogProps } from './WaiveDialog.tsx'

/** Gives one task another day; it keeps its new distance when the mobility's dates move. */
export default function MoveDialog({ organisation, task, onClose }: TaskDialogProps) {
  const { t } = useTranslation(['record', 'web'])
  const client = useQueryClient()
  const title = useTaskTitle()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { due: task.due ?? '' },
    validate: { due: (value: string) => (value ? null : t('record:tasks.dayNeeded')) },
    send: ({ due }) =>
      api('PATCH /organisations/:organisation/tasks/:task', {
        params: { organisation, task: task.id },
        body: { due },
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('record:tasks.move')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
    >
      <Text>{title(task)}</Text>
      <TextInput type="date" label={t('record:tasks.due')} data-autofocus {...form.getInputProps('due')} />
    </FormDialog>
  )
}
