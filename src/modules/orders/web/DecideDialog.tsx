import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { threadReads, type Thread } from './order-answers.ts'
import { TermsDays } from './Terms.tsx'

interface DecideDialogProps {
  organisation: string
  thread: Thread
  to: 'accepted' | 'declined'
  onClose: () => void
}

/** Orders what was quoted, with what that binds to, or declines it. */
export function DecideDialog({ organisation, thread, to, onClose }: DecideDialogProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const client = useQueryClient()
  const quotation = thread.quotations.find(({ id }) => id === thread.quotation?.id)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '' },
    send: ({ reason }) =>
      api('POST /organisations/:organisation/quotations/:quotation/decision', {
        params: { organisation, quotation: quotation?.id ?? '' },
        body: { to, reason: reason.trim() || null, version: quotation?.version ?? 0 },
      }),
    onDone: () => {
      void refresh(client, threadReads)
      onClose()
    },
  })
  if (!quotation) return null
  return (
    <FormDialog
      title={t(`orders:decide.title.${to}`)}
      confirm={t(to === 'accepted' ? 'orders:decide.order' : 'orders:decide.decline')}
      danger={to === 'declined'}
      {...{ onClose, submit, sending, problem }}
    >
      {to === 'accepted' ? (
        <>
          <p>
            {t('orders:decide.binds', {
              partner: thread.partner.name,
              amount: format.money(quotation.totals.gross, quotation.currency),
            })}
            {thread.flow && ` ${t('orders:decide.flow', { flow: thread.flow.name })}`}
          </p>
          <TermsDays days={quotation.days} terms={quotation.cancellation} />
        </>
      ) : (
        <Textarea label={t('orders:field.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  )
}
