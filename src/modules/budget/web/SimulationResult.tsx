import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Simulation } from './budget-answers.ts'
import { BudgetWarnings } from './BudgetWarnings.tsx'
import classes from './budget.module.css'

/** Every line before and after. */
export function SimulationResult({ result }: { result: Simulation }) {
  const { t } = useTranslation(['budget', 'projects'])
  const format = useFormat()
  const change = (before: number, after: number) => {
    const moved = Math.round((after - before) * 100) / 100
    return `${moved > 0 ? '+' : ''}${format.money(moved)}`
  }
  return (
    <>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('budget:column.item')}</th>
              {(['awarded', 'before', 'after', 'change', 'left'] as const).map((key) => (
                <th key={key} scope="col" className={tables.number}>
                  {t(`budget:column.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[
              ...result.items.map((line) => ({ ...line, name: t(`projects:costItem.${line.item}`) })),
              { ...result.totals, item: 'total', name: t('budget:column.total') },
            ].map((line) => {
              const left = Math.round((line.awarded - line.after) * 100) / 100
              return (
                <tr key={line.item}>
                  <td className={line.item === 'total' ? tables.name : undefined}>{line.name}</td>
                  <td className={tables.number}>{format.money(line.awarded)}</td>
                  <td className={tables.number}>{format.money(line.before)}</td>
                  <td className={tables.number}>{format.money(line.after)}</td>
                  <td className={tables.number}>{change(line.before, line.after)}</td>
                  <td className={`${tables.number} ${left < 0 ? classes.over : ''}`}>{format.money(left)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <BudgetWarnings budget={result} />
    </>
  )
}
