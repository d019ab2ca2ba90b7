import { Checkbox, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { cancellationCost } from '../cancellation.rules.ts'
import { costOf } from '../parts.rules.ts'
import { threadReads, type Order, type Thread } from './order-answers.ts'
import { useCostWords } from './use-cost-words.ts'

interface CancelDialogProps {
  organisation: string
  thread: Thread
  order: Order
  onClose: () => void
}

/** Cancels an order, with what that costs by the accepted terms before one presses. */
export function CancelDialog({ organisation, thread, order, onClose }: CancelDialogProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const client = useQueryClient()
  const why = useCostWords(order.currency)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '', forceMajeure: false },
    send: ({ reason, forceMajeure }) =>
      api('POST /organisations/:organisation/orders/:order/cancellation', {
        params: { organisation, order: order.id },
        body: { reason: reason.trim() || null, forceMajeure, version: order.version },
      }),
    onDone: () => {
      void refresh(client, threadReads)
      onClose()
    },
  })
  const quotation = thread.quotations.find(({ id }) => id === order.quotationId)
  const cost =
    quotation &&
    cancellationCost(
      quotation.cancellation,
      quotation.startsOn,
      todayHere(),
      (percent) => costOf(quotation.lines, percent),
      form.values.forceMajeure,
    )
  return (
    <FormDialog
      title={t('orders:cancel.title')}
      confirm={t('orders:cancel.action')}
      danger
      {...{ onClose, submit, sending, problem }}
    >
      {thread.side === 'host' ? (
        <p style={{ margin: 0 }}>{t('orders:cancel.byHost')}</p>
      ) : (
        cost && (
          <p style={{ margin: 0 }} role="status">
            <strong>{t('orders:cancel.today', { amount: format.money(cost.cost, order.currency) })}</strong>{' '}
            {why(cost)}
          </p>
        )
      )}
      {thread.side === 'sender' && quotation?.cancellation.forceMajeure != null && (
        <Checkbox
          label={t('orders:cancel.forceMajeure')}
          {...form.getInputProps('forceMajeure', { type: 'checkbox' })}
        />
      )}
      <Textarea label={t('orders:field.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
