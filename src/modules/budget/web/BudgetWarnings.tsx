import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Budget } from './budget-answers.ts'
import classes from './budget.module.css'

/** What a coordinator should look at, the urgent first. */
export function BudgetWarnings({ budget }: { budget: Pick<Budget, 'warnings'> & { pack?: Budget['pack'] } }) {
  const { t } = useTranslation(['budget', 'projects'])
  const format = useFormat()
  const none = budget.pack === null
  if (budget.warnings.length === 0 && !none) return null
  const sentences = budget.warnings
    .toSorted((a, b) => Number(b.level === 'stop') - Number(a.level === 'stop'))
    .map(({ code, level, values }) => ({
      level,
      text: t(`budget:warning.${code}`, {
        ...values,
        ...(values['item'] ? { item: t(`projects:costItem.${values['item']}`) } : {}),
        ...(typeof values['amount'] === 'number' ? { amount: format.money(values['amount']) } : {}),
      }),
    }))
  return (
    <div className={tables.warn}>
      <ul className={tables.holders}>
        {none && <li>{t('budget:noPack')}</li>}
        {sentences.map(({ level, text }) => (
          <li key={text} className={level === 'stop' ? classes.over : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
