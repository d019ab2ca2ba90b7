import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './expenses.module.css'

export type Expense = AnswerOf<'GET /me/mobilities/:mobility/expenses'>['items'][number]

/** One expense: what, when, who, how much in euros, and the receipt. */
export function ExpenseItem({
  expense,
  receipt,
  children,
}: {
  expense: Expense
  receipt: (id: string) => string
  children?: ReactNode
}) {
  const { t } = useTranslation('expenses')
  const format = useFormat()
  const foreign = expense.currency !== 'EUR'
  return (
    <li className={classes.item}>
      <span>
        {t(`expenses:category.${expense.category}`)}
        {expense.about && ` · ${expense.about}`}
      </span>
      <span className={classes.amount}>
        {expense.euros === null
          ? format.money(expense.amount, expense.currency)
          : format.money(expense.euros)}
      </span>
      <span className={classes.quiet}>
        {[
          format.date(expense.day),
          expense.participant ?? expense.enteredBy,
          t(`expenses:state.${expense.state}`),
          expense.reason,
        ]
          .filter(Boolean)
          .join(' · ')}
        {expense.receiptId && (
          <>
            {' · '}
            <Anchor href={receipt(expense.receiptId)} size="xs">
              {t('expenses:receipt')}
            </Anchor>
          </>
        )}
      </span>
      <span className={`${classes.amount} ${classes.quiet}`}>
        {foreign && expense.euros !== null && format.money(expense.amount, expense.currency)}
        {expense.euros === null && t('expenses:noRate')}
      </span>
      {children && <span className={classes.buttons}>{children}</span>}
    </li>
  )
}
