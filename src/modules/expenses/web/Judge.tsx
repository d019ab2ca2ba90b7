import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import type { Expense } from './ExpenseItem.tsx'

const reads = ['GET /organisations/:organisation/flows/:flow/expenses'] as const

/** Accept, refuse with a reason, or take one's own entry back. */
export function Judge({ organisation, expense }: { organisation: string; expense: Expense }) {
  const { t } = useTranslation('expenses')
  const may = useMay()
  const [reason, setReason] = useState<string | null>(null)
  const judge = useApiMutation('POST /organisations/:organisation/expenses/:expense/judgement', {
    invalidates: reads,
  })
  const remove = useApiMutation('DELETE /organisations/:organisation/expenses/:expense', {
    invalidates: reads,
  })
  if (expense.state !== 'entered') return null
  const params = { organisation, expense: expense.id }
  return (
    <>
      {may('money.edit') && reason === null && (
        <>
          <ReasonButton
            size="compact-xs"
            variant="default"
            whyNot={expense.euros === null ? t('expenses:whyNot.no-rate') : null}
            loading={judge.isPending}
            onClick={() => judge.mutate({ params, body: { state: 'accepted', version: expense.version } })}
          >
            {t('expenses:accept')}
          </ReasonButton>
          <Button size="compact-xs" variant="subtle" onClick={() => setReason('')}>
            {t('expenses:refuse')}
          </Button>
        </>
      )}
      {reason !== null && (
        <>
          <TextInput
            size="xs"
            aria-label={t('expenses:reason')}
            placeholder={t('expenses:reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="compact-xs"
            disabled={reason.trim() === ''}
            loading={judge.isPending}
            onClick={() =>
              judge.mutate({
                params,
                body: { state: 'refused', reason: reason.trim(), version: expense.version },
              })
            }
          >
            {t('expenses:refuse')}
          </Button>
        </>
      )}
      {expense.mine && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => remove.mutate({ params })}>
          {t('expenses:remove')}
        </Button>
      )}
      <ProblemNote problem={judge.error ?? remove.error} />
    </>
  )
}
