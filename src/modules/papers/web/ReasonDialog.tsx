import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'

interface ReasonDialogProps {
  title: string
  text: string
  send: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Sending back, and saying that something is not needed, need their reason. */
export function ReasonDialog({ title, text, send, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('papers')
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() ? null : t('papers:field.reason-needed')) },
    send: ({ reason }) => send(reason.trim()),
    onDone: onClose,
  })
  return (
    <FormDialog title={title} confirm={title} {...{ onClose, submit, sending, problem }}>
      <p>{text}</p>
      <Textarea
        label={t('papers:field.reason')}
        required
        autosize
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
