import { Checkbox, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'

interface SaveViewDialogProps {
  organisation: string
  state: Record<string, string>
  name: string
  onClose: () => void
  onSaved: (id: string) => void
}

/** Keeps filters, sort and columns under a name; the own view of that name is replaced. */
export default function SaveViewDialog({ organisation, state, name, onClose, onSaved }: SaveViewDialogProps) {
  const { t } = useTranslation('mobilities-list')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name, shared: false },
    validate: { name: (value: string) => (value.trim() ? null : t('mobilities-list:view.nameNeeded')) },
    send: async (values) => {
      const saved = await api('POST /organisations/:organisation/views', {
        params: { organisation },
        body: { ...values, list: 'mobilities', state },
      })
      onSaved(saved.id)
    },
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/views'])
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('mobilities-list:view.save')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
    >
      <TextInput
        label={t('mobilities-list:view.name')}
        required
        data-autofocus
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <Checkbox
        label={t('mobilities-list:view.share')}
        {...form.getInputProps('shared', { type: 'checkbox' })}
      />
    </FormDialog>
  )
}
