import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { Bar } from './BudgetItems.tsx'
import type { Budget } from './budget-answers.ts'

const ways = ['flow', 'activity', 'country', 'month'] as const
type Way = (typeof ways)[number]

/** The same money by flow, activity, country or month. */
export function BudgetBreakdown({ budget }: { budget: Budget }) {
  const { t } = useTranslation(['budget', 'mobilities'])
  const format = useFormat()
  const [way, setWay] = useState<Way>('flow')
  const lines = budget.by[way]
  const most = Math.max(1, ...lines.map(({ planned }) => planned))
  const name = ({ key, label }: (typeof lines)[number]): string => {
    if (key === '') return t('budget:without')
    if (way === 'activity') return t(`mobilities:activityType.${key}`, { defaultValue: key })
    if (way === 'country') return format.country(key)
    if (way === 'month') return format.month(key)
    return label ?? t('budget:without')
  }
  return (
    <Section
      title={t('budget:breakdown')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('budget:breakdown')}
          data={ways.map((value) => ({ value, label: t(`budget:way.${value}`) }))}
          value={way}
          onChange={(value) => setWay(value as Way)}
        />
      }
    >
      {lines.length === 0 ? (
        <p className={tables.quiet}>{t('budget:nobody')}</p>
      ) : (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t(`budget:way.${way}`)}</th>
                {(
                  [
                    'mobilities',
                    'days',
                    'fewerOpportunities',
                    'green',
                    'paid',
                    'committed',
                    'planned',
                    'forecast',
                  ] as const
                ).map((key) => (
                  <th key={key} scope="col" className={tables.number}>
                    {t(`budget:column.${key}`)}
                  </th>
                ))}
                <th scope="col">{t('budget:column.picture')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.key}>
                  <td>{name(line)}</td>
                  <td className={tables.number}>{format.number(line.mobilities)}</td>
                  <td className={tables.number}>{format.number(line.days)}</td>
                  <td className={tables.number}>{format.number(line.fewerOpportunities)}</td>
                  <td className={tables.number}>{format.number(line.green)}</td>
                  <td className={tables.number}>{format.money(line.paid)}</td>
                  <td className={tables.number}>{format.money(line.committed)}</td>
                  <td className={tables.number}>{format.money(line.planned)}</td>
                  <td className={tables.number}>{format.money(line.forecast)}</td>
                  <td>
                    <Bar awarded={0} committed={line.committed} planned={line.planned} of={most} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
