import { Alert, NumberInput, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { Stay } from './payment-answers.ts'

const kinds = [
  'contribution',
  'deposit',
  'contribution-return',
  'deposit-return',
  'withdrawal-return',
  'recovery',
] as const
type Kind = (typeof kinds)[number]

interface AddPaymentDialogProps {
  stay: Stay
  organisation: string
  onClose: () => void
}

/** A contribution, a deposit, or money that comes or goes back. */
export default function AddPaymentDialog({ stay, organisation, onClose }: AddPaymentDialogProps) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm<{
    kind: Kind
    amount: number | string
    purpose: string
    due: string
  }>({
    initialValues: { kind: 'deposit', amount: '', purpose: '', due: '' },
    send: ({ kind, amount, purpose, due }) =>
      api('POST /organisations/:organisation/mobilities/:mobility/payments', {
        params: { organisation, mobility: stay.mobilityId },
        body: {
          kind,
          amount: Number(amount || 0),
          ...(purpose.trim() ? { purpose: purpose.trim() } : {}),
          ...(due ? { due } : {}),
        },
      }),
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/mobilities/:mobility/payments'])
      onClose()
    },
  })
  const { kind } = form.values
  return (
    <FormDialog title={t('payments:add.action')} {...{ onClose, submit, sending, problem }}>
      <Select
        label={t('payments:add.kind')}
        data={kinds.map((value) => ({ value, label: t(`payments:kind.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {(kind === 'contribution' || kind === 'deposit') && (
        <Alert color="yellow">{t('payments:add.frown')}</Alert>
      )}
      <NumberInput
        label={t('payments:add.amount')}
        required
        min={0}
        decimalScale={2}
        {...form.getInputProps('amount')}
      />
      <TextInput label={t('payments:add.purpose')} {...form.getInputProps('purpose')} />
      <TextInput type="date" label={t('payments:add.due')} {...form.getInputProps('due')} />
    </FormDialog>
  )
}
