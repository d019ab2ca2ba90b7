import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { Section } from '#web/layout/Section.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { Withdrawal } from './Withdrawal.tsx'
import type { Stay } from './payment-answers.ts'
import { Instalments } from './Instalments.tsx'
import classes from './payments.module.css'

const AccountForm = lazy(() => import('./AccountForm.tsx'))
const AddPaymentDialog = lazy(() => import('./AddPaymentDialog.tsx'))

const reads = [
  'GET /organisations/:organisation/mobilities/:mobility/payments',
  'GET /organisations/:organisation/people/:person/account',
] as const

/** What is paid for a mobility, to which account, and what was paid too much. */
export function PaymentsSection({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const may = useMay()
  if (!record.roles.includes('sending') || !may('money.read') || !record.project) return null
  return <OwnPaymentsSection mobility={record.id} organisation={organisation} />
}

function OwnPaymentsSection({ mobility, organisation }: { mobility: string; organisation: string }) {
  const { t } = useTranslation('payments')
  const may = useMay()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<'account' | 'add' | null>(null)
  const { data: stay, error } = useApi('GET /organisations/:organisation/mobilities/:mobility/payments', {
    params: { organisation, mobility },
  })
  const params = { organisation, person: stay?.personId ?? '' }
  const account = useApi(
    'GET /organisations/:organisation/people/:person/account',
    { params },
    { enabled: stay !== undefined },
  ).data?.account
  return (
    <Section
      title={t('payments:title')}
      actions={
        may('money.edit') &&
        stay && (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => setDialog('add')}>
              {t('payments:add.action')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setDialog('account')}>
              {t(stay.account ? 'payments:account.change' : 'payments:account.set')}
            </Button>
          </>
        )
      }
    >
      <ProblemNote problem={error} />
      {stay && <StayPayments stay={stay} organisation={organisation} account={account ?? null} />}
      <Withdrawal organisation={organisation} mobility={mobility} />
      <Suspense>
        {dialog === 'account' && (
          <AccountForm
            title={t('payments:account.title')}
            known={account ?? null}
            ofPerson
            send={(body) => api('PUT /organisations/:organisation/people/:person/account', { params, body })}
            onClose={() => setDialog(null)}
            onDone={() => void refresh(client, reads)}
          />
        )}
        {dialog === 'add' && stay && (
          <AddPaymentDialog stay={stay} organisation={organisation} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </Section>
  )
}

function StayPayments({
  stay,
  organisation,
  account,
}: {
  stay: Stay
  organisation: string
  account: { holder: string; iban: string } | null
}) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const may = useMay()
  const recover = useApiMutation('POST /organisations/:organisation/mobilities/:mobility/payments', {
    invalidates: reads,
  })
  const settle = useApiMutation('POST /organisations/:organisation/payments/:payment/settlement', {
    invalidates: reads,
  })
  const others = stay.payments.filter(({ kind, state }) => kind !== 'instalment' && state !== 'cancelled')
  return (
    <>
      <Instalments instalments={stay.instalments} />
      <p className={classes.waits}>
        {t('payments:account.title')}
        {': '}
        {account ? `${account.holder}, ${account.iban}` : t('payments:account.none')}
      </p>
      {stay.recover > 0 && (
        <p className={classes.recover}>
          {t('payments:recover', { amount: format.money(stay.recover) })}{' '}
          {may('money.edit') && (
            <Button
              size="compact-sm"
              variant="default"
              loading={recover.isPending}
              onClick={() =>
                recover.mutate({
                  params: { organisation, mobility: stay.mobilityId },
                  body: { kind: 'recovery', amount: stay.recover },
                })
              }
            >
              {t('payments:recoverAsk', { amount: format.money(stay.recover) })}
            </Button>
          )}
        </p>
      )}
      <ProblemNote problem={recover.error ?? settle.error} />
      {others.length > 0 && (
        <ul className={classes.parts}>
          {others.map((payment) => (
            <li key={payment.id} className={classes.part}>
              <span className={classes.state} data-state={payment.state}>
                {t(`payments:state.${payment.state}`)}
              </span>
              <span>
                {t(`payments:kind.${payment.kind}`)}
                {payment.purpose && ` · ${payment.purpose}`}
                {payment.paidOn && ` · ${format.date(payment.paidOn)}`}
              </span>
              <span className={classes.amount}>{format.money(payment.amount)}</span>
              {payment.state === 'open' && may('money.edit') && (
                <Group gap={4} className={classes.waits}>
                  {([todayHere(), null] as const).map((paidOn) => (
                    <Button
                      key={String(paidOn)}
                      size="compact-xs"
                      variant="subtle"
                      onClick={() =>
                        settle.mutate({
                          params: { organisation, payment: payment.id },
                          body: { paidOn, version: payment.version },
                        })
                      }
                    >
                      {t(paidOn === null ? 'payments:add.cancel' : 'payments:add.markPaid')}
                    </Button>
                  ))}
                </Group>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
