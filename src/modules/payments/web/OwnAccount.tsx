import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'

const AccountForm = lazy(() => import('./AccountForm.tsx'))

/** The account from which the organisation pays. */
export function OwnAccount({ organisation }: { organisation: string }) {
  const { t } = useTranslation('payments')
  const may = useMay()
  const client = useQueryClient()
  const [editing, setEditing] = useState(false)
  const account = useApi('GET /organisations/:organisation/account', { params: { organisation } }).data
    ?.account
  return (
    <Section
      title={t('payments:account.own')}
      actions={
        may('money.edit') && (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t(account ? 'payments:account.change' : 'payments:account.set')}
          </Button>
        )
      }
    >
      <p>{account ? `${account.holder}, ${account.iban}` : t('payments:account.none')}</p>
      <Suspense>
        {editing && (
          <AccountForm
            title={t('payments:account.own')}
            known={account ?? null}
            ofPerson={false}
            send={({ holder, iban, bic, version }) =>
              api('PUT /organisations/:organisation/account', {
                params: { organisation },
                body: { holder, iban, bic, version },
              })
            }
            onClose={() => setEditing(false)}
            onDone={() => void refresh(client, ['GET /organisations/:organisation/account'])}
          />
        )}
      </Suspense>
    </Section>
  )
}
