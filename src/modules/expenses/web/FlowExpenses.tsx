import { Button, NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { keepFor } from '#modules/files/web/EvidenceInput.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { Judge } from './Judge.tsx'
import { ExpenseItem } from './ExpenseItem.tsx'
import classes from './expenses.module.css'

const ExpenseForm = lazy(() => import('./ExpenseForm.tsx'))
const RatesDialog = lazy(() => import('./RatesDialog.tsx'))

const key = 'GET /organisations/:organisation/flows/:flow/expenses'
const expenseReads = [key] as const

/** What a flow has cost on the spot, against its budget. */
export function FlowExpenses({ organisation, flow }: { organisation: string; flow: string }) {
  const { t } = useTranslation('expenses')
  const may = useMay()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<'enter' | 'rates' | null>(null)
  const params = { organisation, flow }
  const list = usePages(key, { params, query: { limit: 30 } }, { enabled: may('expenses.enter') })
  if (!may('expenses.enter')) return null
  return (
    <Section
      title={t('expenses:title')}
      actions={
        <>
          {may('money.edit') && (
            <Button size="xs" variant="subtle" onClick={() => setDialog('rates')}>
              {t('expenses:rates.action')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setDialog('enter')}>
            {t('expenses:enter')}
          </Button>
        </>
      }
    >
      <ProblemNote problem={list.problem} retry={list.retry} />
      <Sums params={params} />
      {!list.loading && list.rows.length === 0 && <p className={tables.quiet}>{t('expenses:none')}</p>}
      <ul className={classes.list}>
        {list.rows.map((expense) => (
          <ExpenseItem
            key={expense.id}
            expense={expense}
            receipt={(id) => `/api/v1/organisations/${organisation}/files/${id}`}
          >
            <Judge organisation={organisation} expense={expense} />
          </ExpenseItem>
        ))}
      </ul>
      <MoreRows pages={list} />
      <Suspense>
        {dialog === 'enter' && (
          <ExpenseForm
            send={(body) => api('POST /organisations/:organisation/flows/:flow/expenses', { params, body })}
            keepReceipt={keepFor(organisation, 'receipt')}
            onClose={() => setDialog(null)}
            onDone={() => void refresh(client, expenseReads)}
          />
        )}
        {dialog === 'rates' && <RatesDialog organisation={organisation} onClose={() => setDialog(null)} />}
      </Suspense>
    </Section>
  )
}

type SumsAnswer = AnswerOf<typeof key>['sums']

/** Spent against the budget, which those who keep the money set here. */
function Sums({ params }: { params: { organisation: string; flow: string } }) {
  const { t } = useTranslation('expenses')
  const format = useFormat()
  const may = useMay()
  const [typed, setTyped] = useState<number | '' | null>(null)
  const sums: SumsAnswer | undefined = useApi(key, { params, query: { limit: 1 } }).data?.sums
  const save = useApiMutation('PUT /organisations/:organisation/flows/:flow/expense-budget', {
    invalidates: expenseReads,
    onDone: () => setTyped(null),
  })
  if (!sums) return null
  const over = sums.budget !== null && sums.spent > sums.budget
  return (
    <>
      <p className={over ? classes.late : undefined}>
        {sums.budget === null
          ? t('expenses:spent', { spent: format.money(sums.spent) })
          : t('expenses:spentOf', { spent: format.money(sums.spent), budget: format.money(sums.budget) })}
        {sums.withoutRate > 0 && ` · ${t('expenses:withoutRate', { count: sums.withoutRate })}`}
      </p>
      {may('money.edit') && (
        <div className={classes.buttons}>
          <NumberInput
            size="xs"
            aria-label={t('expenses:budget')}
            placeholder={t('expenses:budget')}
            min={0}
            decimalScale={2}
            value={typed ?? sums.budget ?? ''}
            onChange={(value) => setTyped(value === '' ? '' : Number(value))}
          />
          {typed !== null && (
            <Button
              size="xs"
              variant="default"
              loading={save.isPending}
              onClick={() => save.mutate({ params, body: { euros: typed === '' ? null : typed } })}
            >
              {t('expenses:setBudget')}
            </Button>
          )}
        </div>
      )}
      <ProblemNote problem={save.error} />
    </>
  )
}
