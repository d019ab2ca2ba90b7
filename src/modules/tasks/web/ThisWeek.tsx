import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import type { Today } from './TodayPage.tsx'
import classes from './TodayPage.module.css'

/** What the next seven days bring. */
export function ThisWeek({ week, organisation }: { week: Today['week']; organisation: string }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const quiet = week.departures.length === 0 && week.returns.length === 0
  return (
    <Section title={t('today:week.title')}>
      <dl className={classes.week}>
        <div>
          <dt>{t('today:week.due', { count: week.due })}</dt>
          {week.late > 0 && <dd>{t('today:now.late', { count: week.late })}</dd>}
        </div>
        {(['departures', 'returns'] as const).map(
          (kind) =>
            week[kind].length > 0 && (
              <div key={kind}>
                <dt>{t(`today:week.${kind}`)}</dt>
                {week[kind].map(({ day, count }) => (
                  <dd key={day}>
                    {kind === 'departures' ? (
                      <Link to={`${paths.mobilities(organisation)}?departureFrom=${day}&departureTo=${day}`}>
                        {format.date(day, 'weekday')}
                      </Link>
                    ) : (
                      format.date(day, 'weekday')
                    )}
                    {` · ${t('today:week.people', { count })}`}
                  </dd>
                ))}
              </div>
            ),
        )}
      </dl>
      {quiet && <p className={classes.who}>{t('today:week.quiet')}</p>}
    </Section>
  )
}
