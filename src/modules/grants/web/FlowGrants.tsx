import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { grantReads } from './grant-answers.ts'

/** How a whole flow travels: said once, for all its open mobilities. */
export function FlowGrants({ organisation, flow }: { organisation: string; flow: string }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const may = useMay()
  const [travelDays, setTravelDays] = useState<number | ''>('')
  const [green, setGreen] = useState<string | null>(null)
  const save = useApiMutation('PATCH /organisations/:organisation/flows/:flow/grants', {
    invalidates: grantReads,
  })
  if (!may('money.edit')) return null
  const nothing = travelDays === '' && green === null
  return (
    <Section title={t('grants:flow.title')}>
      <p className={tables.quiet}>{t('grants:flow.text')}</p>
      <div className={tables.filters}>
        <NumberInput
          label={t('grants:input.travelDays')}
          min={0}
          max={60}
          allowDecimal={false}
          value={travelDays}
          onChange={(value) => setTravelDays(value === '' ? '' : Number(value))}
        />
        <Select
          label={t('grants:input.green')}
          data={[
            { value: 'yes', label: t('grants:yes') },
            { value: 'no', label: t('grants:no') },
          ]}
          placeholder={t('grants:flow.asIs')}
          clearable
          value={green}
          onChange={setGreen}
        />
        <Button
          disabled={nothing}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              params: { organisation, flow },
              body: {
                ...(travelDays === '' ? {} : { travelDays }),
                ...(green === null ? {} : { green: green === 'yes' ? true : null }),
              },
            })
          }
        >
          {t('grants:flow.save')}
        </Button>
      </div>
      <div role="status">
        {save.data &&
          t('grants:flow.done', { count: save.data.changed, total: format.money(save.data.total) })}
      </div>
      <ProblemNote problem={save.error} />
    </Section>
  )
}
