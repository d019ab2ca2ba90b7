import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { ExpenseItem } from './ExpenseItem.tsx'
import classes from './expenses.module.css'

const ExpenseForm = lazy(() => import('./ExpenseForm.tsx'))

/** A participant's receipts, entered from the phone. */
export default function OwnExpenses({
  mobility,
  className,
  heading,
}: {
  mobility: string
  className: string
  heading: string
}) {
  const { t } = useTranslation('expenses')
  const client = useQueryClient()
  const [entering, setEntering] = useState(false)
  const remove = useApiMutation('DELETE /me/mobilities/:mobility/expenses/:expense', {
    invalidates: ['GET /me/mobilities/:mobility/expenses'],
  })
  const { data } = useApi('GET /me/mobilities/:mobility/expenses', { params: { mobility } })
  if (!data) return null
  return (
    <section className={className}>
      <h3 className={heading}>{t('expenses:own')}</h3>
      {data.items.length === 0 && <p className={classes.quiet}>{t('expenses:ownText')}</p>}
      <ul className={classes.list}>
        {data.items.map((expense) => (
          <ExpenseItem key={expense.id} expense={expense} receipt={(id) => `/api/v1/me/files/${id}`}>
            {expense.mine && expense.state === 'entered' && (
              <Button
                size="sm"
                variant="subtle"
                color="gray"
                loading={remove.isPending}
                onClick={() => remove.mutate({ params: { mobility, expense: expense.id } })}
              >
                {t('expenses:remove')}
              </Button>
            )}
          </ExpenseItem>
        ))}
      </ul>
      <ProblemNote problem={remove.error} />
      <Button variant="default" fullWidth onClick={() => setEntering(true)}>
        {t('expenses:enter')}
      </Button>
      <Suspense>
        {entering && (
          <ExpenseForm
            send={(body) => api('POST /me/mobilities/:mobility/expenses', { params: { mobility }, body })}
            keepReceipt={(body) =>
              api('POST /me/mobilities/:mobility/files', { params: { mobility }, body } as never)
            }
            onClose={() => setEntering(false)}
            onDone={() => void refresh(client, ['GET /me/mobilities/:mobility/expenses'])}
          />
        )}
      </Suspense>
    </section>
  )
}
