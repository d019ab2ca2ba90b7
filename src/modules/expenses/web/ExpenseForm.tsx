import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import { expenseCategories, type ExpenseCategory } from '../expenses.rules.ts'

/** Currencies of programme countries; others are typed by whoever needs them through the API. */
const currencies = [
  'EUR',
  'BGN',
  'CZK',
  'DKK',
  'GBP',
  'HUF',
  'ISK',
  'MKD',
  'NOK',
  'PLN',
  'RON',
  'RSD',
  'SEK',
  'TRY',
  'CHF',
  'USD',
]

export interface ExpenseBody {
  day: string
  category: ExpenseCategory
  about?: string
  amount: number
  currency: string
  receiptId?: string
}

interface ExpenseFormProps {
  send: (body: ExpenseBody) => Promise<unknown>
  keepReceipt: (form: FormData) => Promise<{ id: string; name: string }>
  onClose: () => void
  onDone: () => void
}

/** One expense, made for a thumb: amount first, a photo of the receipt, the day is today. */
export default function ExpenseForm({ send, keepReceipt, onClose, onDone }: ExpenseFormProps) {
  const { t } = useTranslation('expenses')
  const [receiptId, setReceiptId] = useState<string | null>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      amount: '' as number | '',
      currency: 'EUR',
      category: 'meals' as ExpenseCategory,
      day: todayHere(),
      about: '',
    },
    send: ({ amount, about, ...values }) =>
      send({
        ...values,
        amount: Number(amount || 0),
        ...(about.trim() ? { about: about.trim() } : {}),
        ...(receiptId ? { receiptId } : {}),
      }),
    onDone: () => {
      onDone()
      onClose()
    },
  })
  return (
    <FormDialog title={t('expenses:enter')} {...{ onClose, submit, sending, problem }}>
      <SimpleGrid cols={2}>
        <NumberInput
          label={t('expenses:amount')}
          required
          min={0}
          decimalScale={2}
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <Select
          label={t('expenses:currency')}
          data={currencies}
          searchable
          allowDeselect={false}
          {...form.getInputProps('currency')}
        />
      </SimpleGrid>
      <Select
        label={t('expenses:category.title')}
        data={expenseCategories.map((value) => ({ value, label: t(`expenses:category.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('category')}
      />
      <TextInput type="date" label={t('expenses:day')} required {...form.getInputProps('day')} />
      <TextInput label={t('expenses:about')} {...form.getInputProps('about')} />
      <EvidenceInput label={t('expenses:receipt')} send={keepReceipt} onKept={setReceiptId} />
    </FormDialog>
  )
}
