import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Budget } from './budget-answers.ts'
import classes from './budget.module.css'

/** Each cost item in numbers and as a bar: bound, planned, and a mark where the award ends. */
export function BudgetItems({ budget }: { budget: Budget }) {
  const { t } = useTranslation(['budget', 'projects'])
  const format = useFormat()
  return (
    <Section title={t('budget:byItem')}>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('budget:column.item')}</th>
              {(['awarded', 'paid', 'committed', 'planned', 'forecast', 'left'] as const).map((key) => (
                <th key={key} scope="col" className={tables.number}>
                  {t(`budget:column.${key}`)}
                </th>
              ))}
              <th scope="col">{t('budget:column.picture')}</th>
            </tr>
          </thead>
          <tbody>
            {budget.items.map((line) => {
              const left = Math.round((line.awarded - line.forecast) * 100) / 100
              return (
                <tr key={line.item}>
                  <td>{t(`projects:costItem.${line.item}`)}</td>
                  <td className={tables.number}>{format.money(line.awarded)}</td>
                  <td className={tables.number}>{format.money(line.paid)}</td>
                  <td className={tables.number}>{format.money(line.committed)}</td>
                  <td className={tables.number}>{format.money(line.planned)}</td>
                  <td className={tables.number}>{format.money(line.forecast)}</td>
                  <td className={`${tables.number} ${left < 0 ? classes.over : ''}`}>{format.money(left)}</td>
                  <td>
                    <Bar {...line} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className={tables.quiet}>{t('budget:spread')}</p>
      <p className={classes.legend} aria-hidden="true">
        <span>
          <i className={classes.committed} />
          {t('budget:column.committed')}
        </span>
        <span>
          <i className={classes.planned} />
          {t('budget:column.planned')}
        </span>
        <span>
          <i className={classes.mark} />
          {t('budget:column.awarded')}
        </span>
      </p>
    </Section>
  )
}

interface BarProps {
  awarded: number
  committed: number
  planned: number
  /** What the whole width stands for; the larger of award and plan unless told. */
  of?: number
}

/** The numbers stand beside it; the bar is for the eye only. */
export function Bar({ awarded, committed, planned, of }: BarProps) {
  const most = Math.max(of ?? 0, awarded, planned, 1)
  const width = (euros: number): { width: string } => ({ width: `${(Math.max(0, euros) / most) * 100}%` })
  return (
    <div className={classes.bar} aria-hidden="true">
      <span className={classes.planned} style={width(planned)} />
      <span className={classes.committed} style={width(committed)} />
      {awarded > 0 && (
        <span
          className={classes.mark}
          style={{ insetInlineStart: `calc(${(awarded / most) * 100}% - 2px)` }}
        />
      )}
    </div>
  )
}
