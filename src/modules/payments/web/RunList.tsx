import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import classes from './payments.module.css'

/** The organisation's payment runs, the latest first. */
export function RunList({ organisation }: { organisation: string }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const list = usePages('GET /organisations/:organisation/payment-runs', {
    params: { organisation },
    query: { limit: 20 },
  })
  return (
    <Section title={t('payments:run.list')}>
      <ProblemNote problem={list.problem} />
      {!list.loading && list.rows.length === 0 && <p className={tables.quiet}>{t('payments:run.none')}</p>}
      <ul className={classes.parts}>
        {list.rows.map((run) => (
          <li key={run.id} className={classes.part}>
            <span className={classes.state} data-state={run.state === 'paid' ? 'paid' : 'ready'}>
              {t(`payments:run.state.${run.state}`)}
            </span>
            <span>
              <Link to={paths.paymentRun(organisation, run.id)}>
                {t('payments:run.title', { number: run.number })}
              </Link>
              {` · ${format.date(run.executionDate)} · ${t('payments:run.count', { count: run.payments })}`}
            </span>
            <span className={classes.amount}>{format.money(run.total)}</span>
          </li>
        ))}
      </ul>
      <MoreRows pages={list} />
    </Section>
  )
}
