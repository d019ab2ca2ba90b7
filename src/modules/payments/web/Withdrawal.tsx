import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { withdrawalReads } from './payment-answers.ts'
import classes from './payments.module.css'

const WithdrawalDialog = lazy(() => import('./WithdrawalDialog.tsx'))

/** What a withdrawal has cost and what comes back; nothing for those who go. */
export function Withdrawal({ organisation, mobility }: { organisation: string; mobility: string }) {
  const { t } = useTranslation('payments')
  const may = useMay()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const params = { organisation, mobility }
  const { data } = useApi('GET /organisations/:organisation/mobilities/:mobility/withdrawal', { params })
  const settle = useApiMutation(
    'POST /organisations/:organisation/mobilities/:mobility/withdrawal/settlement',
    {
      invalidates: withdrawalReads,
    },
  )
  if (!data?.possible) return null
  const sums = (['paid', 'spent', 'refunded', 'kept', 'toReturn'] as const).map(
    (key) => `${t(`payments:withdrawal.${key}`)}: ${format.money(data[key])}`,
  )
  return (
    <div>
      <h3>{t('payments:withdrawal.title')}</h3>
      <p>{data.state === 'none' ? t('payments:withdrawal.none') : sums.join(' · ')}</p>
      {data.reason && <p className={classes.waits}>{data.reason}</p>}
      {may('money.edit') && data.state !== 'settled' && (
        <div className={classes.row}>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('payments:withdrawal.edit')}
          </Button>
          {data.state === 'open' && (
            <Button
              size="compact-sm"
              variant="default"
              loading={settle.isPending}
              onClick={() => settle.mutate({ params, body: { version: data.version } })}
            >
              {t('payments:withdrawal.settle')}
            </Button>
          )}
        </div>
      )}
      {data.state === 'settled' && <p className={classes.waits}>{t('payments:withdrawal.settled')}</p>}
      <ProblemNote problem={settle.error} />
      <Suspense>
        {editing && <WithdrawalDialog known={data} params={params} onClose={() => setEditing(false)} />}
      </Suspense>
    </div>
  )
}
