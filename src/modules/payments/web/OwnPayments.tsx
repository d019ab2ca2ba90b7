import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { Instalments } from './Instalments.tsx'
import classes from './payments.module.css'

const AccountForm = lazy(() => import('./AccountForm.tsx'))

/** A participant's instalments and the account that they go to. */
export function OwnPayments({ mobility }: { mobility: string }) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const [editing, setEditing] = useState(false)
  const { data: stay } = useApi('GET /me/mobilities/:mobility/payments', { params: { mobility } })
  const person = stay?.personId ?? ''
  const account = useApi(
    'GET /me/people/:person/account',
    { params: { person } },
    { enabled: person !== '' },
  ).data
  if (!stay || !account) return null
  return (
    <>
      <h4>{t('payments:own.next')}</h4>
      <Instalments instalments={stay.instalments} />
      <p className={classes.row}>
        <span>
          {t('payments:account.title')}
          {': '}
          {account.account
            ? `${account.account.holder}, ${account.account.iban}`
            : t('payments:account.none')}
        </span>
        <Button variant="default" onClick={() => setEditing(true)}>
          {t(account.account ? 'payments:account.change' : 'payments:account.set')}
        </Button>
      </p>
      <Suspense>
        {editing && (
          <AccountForm
            title={t('payments:account.title')}
            known={account.account}
            ofPerson
            send={(body) => api('PUT /me/people/:person/account', { params: { person }, body })}
            onClose={() => setEditing(false)}
            onDone={() =>
              void refresh(client, [
                'GET /me/people/:person/account',
                'GET /me/mobilities/:mobility/payments',
              ])
            }
          />
        )}
      </Suspense>
    </>
  )
}
