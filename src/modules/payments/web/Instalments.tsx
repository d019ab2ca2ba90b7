import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import classes from './payments.module.css'

export type Instalment = AnswerOf<'GET /me/mobilities/:mobility/payments'>['instalments'][number]

/** Each instalment with its state, its sum and day, and what it waits for. */
export function Instalments({ instalments }: { instalments: readonly Instalment[] }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const waits = useGateWords()
  return (
    <ol className={classes.parts}>
      {instalments.map((one, at) => (
        <li key={one.key} className={classes.part}>
          <span className={classes.state} data-state={one.state}>
            {t(`payments:state.${one.state}`)}
          </span>
          <span>
            {t('payments:instalment', { number: at + 1 })}
            {one.due && ` · ${format.date(one.due)}`}
          </span>
          <span className={classes.amount}>{one.amount === null ? '–' : format.money(one.amount)}</span>
          {one.state === 'waiting' && (
            <span className={classes.waits}>
              {t('payments:waitsFor', { list: format.list(one.missing.map(waits)) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

const own = new Set(['account', 'amount', 'dates', 'before', 'goes'])

/** What an instalment waits for: a task of the checklist, or something of its own. */
export function useGateWords(): (gate: string) => string {
  const { t } = useTranslation('payments')
  const title = useTaskTitle()
  return (gate) => (own.has(gate) ? t(`payments:missing.${gate}`) : title({ key: gate, title: null }))
}
