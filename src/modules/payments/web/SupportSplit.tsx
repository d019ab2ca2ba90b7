import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import classes from './payments.module.css'

type Split = AnswerOf<'GET /organisations/:organisation/flows/:flow/support-split'>
const reads = [
  'GET /organisations/:organisation/flows/:flow/support-split',
  'GET /organisations/:organisation/flows/:flow/payments',
] as const

/** How a flow's organisational support is shared with its host, and what is still to be paid. */
export function SupportSplit({ organisation, flow }: { organisation: string; flow: string }) {
  const may = useMay()
  const { data } = useApi(
    'GET /organisations/:organisation/flows/:flow/support-split',
    { params: { organisation, flow } },
    { enabled: may('money.read') },
  )
  if (!data || data.host === null) return null
  return <Shown key={data.version} split={data} params={{ organisation, flow }} />
}

function Shown({ split, params }: { split: Split; params: { organisation: string; flow: string } }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const may = useMay()
  const [kind, setKind] = useState<'per-participant' | 'percent'>(split.kind ?? 'per-participant')
  const [value, setValue] = useState<number | ''>(split.value ?? '')
  const save = useApiMutation('PUT /organisations/:organisation/flows/:flow/support-split', {
    invalidates: reads,
  })
  const ask = useApiMutation('POST /organisations/:organisation/flows/:flow/support-split/payment', {
    invalidates: reads,
  })
  const open = Math.round(((split.hostShare ?? 0) - split.paid) * 100) / 100
  return (
    <Section title={t('payments:split.title')}>
      <p className={tables.quiet}>
        {t('payments:split.text', {
          host: split.host,
          participants: format.number(split.participants),
          support: format.money(split.support),
        })}
      </p>
      {split.hostShare !== null && (
        <p>
          {t('payments:split.share', {
            share: format.money(split.hostShare),
            paid: format.money(split.paid),
          })}
        </p>
      )}
      {may('money.edit') && (
        <div className={classes.row}>
          <Select
            label={t('payments:split.kind')}
            data={(['per-participant', 'percent'] as const).map((one) => ({
              value: one,
              label: t(`payments:split.kinds.${one}`),
            }))}
            allowDeselect={false}
            value={kind}
            onChange={(chosen) => setKind(chosen as typeof kind)}
          />
          <NumberInput
            label={t('payments:split.value')}
            min={0}
            decimalScale={2}
            value={value}
            onChange={(typed) => setValue(typed === '' ? '' : Number(typed))}
          />
          <Button
            variant="default"
            disabled={value === ''}
            loading={save.isPending}
            onClick={() =>
              save.mutate({ params, body: { kind, value: Number(value), version: split.version } })
            }
          >
            {t('payments:split.save')}
          </Button>
          {open > 0 && (
            <Button
              variant="default"
              loading={ask.isPending}
              onClick={() => ask.mutate({ params, body: {} })}
            >
              {t('payments:split.ask', { amount: format.money(open) })}
            </Button>
          )}
        </div>
      )}
      <ProblemNote problem={save.error ?? ask.error} />
    </Section>
  )
}
