import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { threadReads, type Thread } from './order-answers.ts'

interface CloseDialogProps {
  organisation: string
  thread: Thread
  to: 'declined' | 'withdrawn' | 'open'
  onClose: () => void
}

/** Closes a request with a reason, or opens it again. */
export function CloseDialog({ organisation, thread, to, onClose }: CloseDialogProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '' },
    send: ({ reason }) =>
      api('POST /organisations/:organisation/requests/:request/decision', {
        params: { organisation, request: thread.id },
        body: { to, reason: reason.trim() || null, version: thread.version },
      }),
    onDone: () => {
      void refresh(client, threadReads)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t(`orders:close.${to}`)}
      confirm={t(`orders:close.${to}`)}
      danger={to !== 'open'}
      {...{ onClose, submit, sending, problem }}
    >
      <p style={{ margin: 0 }}>{t(`orders:close.text.${to}`, { partner: thread.partner.name })}</p>
      {to !== 'open' && (
        <Textarea label={t('orders:field.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  )
}
