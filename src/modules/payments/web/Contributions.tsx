import { Alert, Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'

const key = 'GET /organisations/:organisation/flows/:flow/contributions'
type Shown = AnswerOf<typeof key>
interface Params {
  organisation: string
  flow: string
}

/** What a flow's participants pay themselves, who is exempt, and a way to ask all of them at once. */
export function Contributions({ organisation, flow }: Params) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const params = { organisation, flow }
  const giveBack = useApiMutation('POST /organisations/:organisation/flows/:flow/contributions/return', {
    invalidates: [key, 'GET /organisations/:organisation/flows/:flow/payments'],
  })
  const { data } = useApi(key, { params }, { enabled: may('money.read') })
  if (!data || data.people.length === 0) return null
  return (
    <Section
      title={t('payments:contributions.title')}
      actions={
        may('money.edit') && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('payments:contributions.ask')}
          </Button>
        )
      }
    >
      {data.asked.length === 0 && <p className={tables.quiet}>{t('payments:contributions.none')}</p>}
      <ul className={tables.plain}>
        {data.asked.map((one) => (
          <li key={`${one.kind} ${one.purpose} ${one.due}`}>
            {[
              t(`payments:kind.${one.kind}`),
              one.purpose,
              format.money(one.amount),
              one.due && format.date(one.due),
              t('payments:contributions.standing', {
                paid: format.number(one.paid),
                open: format.number(one.open),
                exempt: format.number(one.exempt),
              }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {may('money.edit') && one.purpose && one.paid > one.returned && (
              <Button
                size="compact-xs"
                variant="subtle"
                loading={giveBack.isPending}
                onClick={() =>
                  giveBack.mutate({ params, body: { kind: one.kind, purpose: one.purpose ?? '' } })
                }
              >
                {t('payments:contributions.giveBack', { count: one.paid - one.returned })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={giveBack.error} />
      {asking && <AskDialog shown={data} params={params} onClose={() => setAsking(false)} />}
    </Section>
  )
}

function AskDialog({ shown, params, onClose }: { shown: Shown; params: Params; onClose: () => void }) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      kind: 'deposit' as 'deposit' | 'contribution',
      amount: '' as number | string,
      purpose: '',
      due: '',
      // Those with fewer opportunities are the usual exemption; the coordinator sees and changes it.
      exempt: shown.people.filter((one) => one.fewerOpportunities).map(({ mobilityId }) => mobilityId),
      reason: '',
    },
    send: ({ kind, amount, purpose, due, exempt, reason }) =>
      api('POST /organisations/:organisation/flows/:flow/contributions', {
        params,
        body: {
          kind,
          amount: Number(amount || 0),
          purpose,
          exempt,
          ...(due ? { due } : {}),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
      }),
    onDone: () => {
      void refresh(client, [key, 'GET /organisations/:organisation/flows/:flow/payments'])
      onClose()
    },
  })
  return (
    <FormDialog title={t('payments:contributions.ask')} {...{ onClose, submit, sending, problem }}>
      <Alert color="yellow">{t('payments:add.frown')}</Alert>
      <Select
        label={t('payments:add.kind')}
        data={(['deposit', 'contribution'] as const).map((value) => ({
          value,
          label: t(`payments:kind.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <NumberInput
        label={t('payments:contributions.each')}
        required
        min={0}
        decimalScale={2}
        {...form.getInputProps('amount')}
      />
      <TextInput label={t('payments:add.purpose')} required {...form.getInputProps('purpose')} />
      <TextInput type="date" label={t('payments:add.due')} {...form.getInputProps('due')} />
      <MultiSelect
        label={t('payments:contributions.exempt')}
        data={shown.people.map(({ mobilityId, participant }) => ({ value: mobilityId, label: participant }))}
        searchable
        clearable
        {...form.getInputProps('exempt')}
      />
      {form.values.exempt.length > 0 && (
        <TextInput label={t('payments:contributions.reason')} required {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  )
}
