import { Button, Checkbox, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { withdrawalReads, type WithdrawalCase } from './payment-answers.ts'

interface WithdrawalDialogProps {
  known: WithdrawalCase
  params: { organisation: string; mobility: string }
  onClose: () => void
}

interface Values {
  reason: string
  forceMajeure: boolean
  costs: { about: string; amount: number | ''; refunded: number | ''; kept: boolean }[]
  [field: string]: unknown
}

/** What was spent before somebody withdrew, cost by cost: what came back, and what the participant keeps. */
export default function WithdrawalDialog({ known, params, onClose }: WithdrawalDialogProps) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm<Values>({
    initialValues: {
      reason: known.reason,
      forceMajeure: known.forceMajeure,
      costs: known.costs.map((cost) => ({ ...cost })),
    },
    send: ({ reason, forceMajeure, costs }) =>
      api('PUT /organisations/:organisation/mobilities/:mobility/withdrawal', {
        params,
        body: {
          reason,
          forceMajeure,
          costs: costs.map((cost) => ({
            ...cost,
            amount: Number(cost.amount || 0),
            refunded: Number(cost.refunded || 0),
          })),
          version: known.version,
        },
      }),
    onDone: () => {
      void refresh(client, withdrawalReads)
      onClose()
    },
  })
  return (
    <FormDialog title={t('payments:withdrawal.title')} size="xl" {...{ onClose, submit, sending, problem }}>
      <Textarea label={t('payments:withdrawal.reason')} required autosize {...form.getInputProps('reason')} />
      <Checkbox
        label={t('payments:withdrawal.forceMajeure')}
        {...form.getInputProps('forceMajeure', { type: 'checkbox' })}
      />
      {form.values.costs.map((_, at) => (
        <SimpleGrid key={at} cols={{ base: 2, sm: 5 }} style={{ alignItems: 'end' }}>
          <TextInput label={t('payments:withdrawal.about')} {...form.getInputProps(`costs.${at}.about`)} />
          <NumberInput
            label={t('payments:withdrawal.amount')}
            min={0}
            decimalScale={2}
            {...form.getInputProps(`costs.${at}.amount`)}
          />
          <NumberInput
            label={t('payments:withdrawal.refunded')}
            min={0}
            decimalScale={2}
            {...form.getInputProps(`costs.${at}.refunded`)}
          />
          <Checkbox
            label={t('payments:withdrawal.keeps')}
            {...form.getInputProps(`costs.${at}.kept`, { type: 'checkbox' })}
          />
          <Button variant="subtle" color="gray" onClick={() => form.removeListItem('costs', at)}>
            {t('payments:template.remove')}
          </Button>
        </SimpleGrid>
      ))}
      <Button
        variant="subtle"
        onClick={() =>
          form.insertListItem('costs', {
            about: '',
            amount: '',
            refunded: '',
            kept: form.values.forceMajeure,
          })
        }
      >
        {t('payments:withdrawal.add')}
      </Button>
    </FormDialog>
  )
}
