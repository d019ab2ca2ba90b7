import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'

interface RatesDialogProps {
  organisation: string
  onClose: () => void
}

/** Rates of days, typed or pasted: currency, day and how much one euro is. */
export default function RatesDialog({ organisation, onClose }: RatesDialogProps) {
  const { t } = useTranslation('expenses')
  const client = useQueryClient()
  const format = useFormat()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { lines: '' },
    validate: { lines: (lines: string) => (read(lines).length === 0 ? t('expenses:rates.none') : null) },
    send: async ({ lines }) => {
      const answer = await api('PUT /organisations/:organisation/currency-rates', {
        params: { organisation },
        body: { rates: read(lines) },
      })
      toast(t('expenses:rates.done', { count: answer.filled }))
    },
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/flows/:flow/expenses'])
      onClose()
    },
  })
  return (
    <FormDialog title={t('expenses:rates.action')} {...{ onClose, submit, sending, problem }}>
      <Textarea
        label={t('expenses:rates.lines')}
        description={t('expenses:rates.text')}
        placeholder={`PLN ${todayHere()} ${format.number(4.25)}`}
        autosize
        minRows={4}
        data-autofocus
        {...form.getInputProps('lines')}
      />
    </FormDialog>
  )
}

/** Lines such as "PLN 2027-05-04 4,25"; what is no such line is left out. */
function read(lines: string): { currency: string; day: string; perEuro: number }[] {
  return lines.split('\n').flatMap((line) => {
    const [, currency = '', day = '', rate = ''] =
      /^\s*([A-Za-z]{3})[\s;,]+(\d{4}-\d{2}-\d{2})[\s;]+([\d.,]+)\s*$/.exec(line) ?? []
    const perEuro = Number(rate.replace(',', '.'))
    return currency && perEuro > 0 ? [{ currency: currency.toUpperCase(), day, perEuro }] : []
  })
}
