import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { partyRoles, type PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'
import { api } from '#web/api/api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'

interface AddTaskDialogProps {
  organisation: string
  mobility: string
  roles: readonly PartyRole[]
  onClose: () => void
}

/** A task of its own for one mobility. */
export default function AddTaskDialog({ organisation, mobility, roles, onClose }: AddTaskDialogProps) {
  const { t } = useTranslation(['record', 'mobilities', 'tasks', 'web'])
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { title: '', owner: (roles[0] ?? 'sending') as PartyRole, due: '' },
    validate: {
      title: (value: string) => (value.trim() ? null : t('tasks:whyNot.title-needed')),
      due: (value: string) => (value ? null : t('record:tasks.dayNeeded')),
    },
    send: (body) =>
      api('POST /organisations/:organisation/mobilities/:mobility/tasks', {
        params: { organisation, mobility },
        body,
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('record:tasks.add')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
      confirm={t('record:tasks.add')}
    >
      <TextInput label={t('record:tasks.what')} required data-autofocus {...form.getInputProps('title')} />
      <Select
        label={t('record:tasks.whose')}
        data={partyRoles.map((role) => ({ value: role, label: t(`mobilities:partyRole.${role}`) }))}
        allowDeselect={false}
        {...form.getInputProps('owner')}
      />
      <TextInput type="date" label={t('record:tasks.due')} required {...form.getInputProps('due')} />
    </FormDialog>
  )
}
