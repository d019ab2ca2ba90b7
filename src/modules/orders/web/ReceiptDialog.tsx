import { NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { threadReads, type Invoice } from './order-answers.ts'

interface ReceiptDialogProps {
  organisation: string
  invoice: Invoice
  onClose: () => void
}

/** Writes down money that came in; all that is open unless told. */
export function ReceiptDialog({ organisation, invoice, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { amount: invoice.open as number | string, paidOn: todayHere(), note: '' },
    send: ({ amount, paidOn, note }) =>
      api('POST /organisations/:organisation/invoices/:invoice/receipts', {
        params: { organisation, invoice: invoice.id },
        body: { amount: Number(amount || 0), paidOn, note: note.trim() || null },
      }),
    onDone: () => {
      void refresh(client, threadReads)
      onClose()
    },
  })
  return (
    <FormDialog title={t('orders:invoice.receive')} {...{ onClose, submit, sending, problem }}>
      <NumberInput
        label={t('orders:field.amount', { currency: invoice.currency })}
        required
        min={0}
        decimalScale={2}
        {...form.getInputProps('amount')}
      />
      <TextInput type="date" label={t('orders:field.paidOn')} required {...form.getInputProps('paidOn')} />
      <TextInput label={t('orders:field.receiptNote')} {...form.getInputProps('note')} />
    </FormDialog>
  )
}
