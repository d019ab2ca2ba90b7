import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import type { FlowAnswer } from './FlowPage.tsx'
import { Places } from './Places.tsx'

/** How full the flow is and how far its mobilities are; each status leads to those mobilities. */
export function FlowPlaces({ organisation, flow }: { organisation: string; flow: FlowAnswer }) {
  const { t } = useTranslation(['flows', 'mobilities'])
  const format = useFormat()
  const statuses = Object.entries(flow.statuses)
  return (
    <Section title={t('flows:places.title')}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('flows:places.participants')}</dt>
          <dd>
            <Places flow={flow} />
          </dd>
        </div>
        <div>
          <dt>{t('flows:field.accompanyingPlaces')}</dt>
          <dd>{format.number(flow.accompanyingPlaces)}</dd>
        </div>
        {statuses.map(([status, count]) => (
          <div key={status}>
            <dt>{t(`mobilities:status.${status}`, { defaultValue: status })}</dt>
            <dd>
              <Link to={`${paths.mobilities(organisation)}?flow=${flow.id}&status=${status}`}>
                {t('flows:mobilitiesCount', { count })}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {statuses.length === 0 && <p className={classes.quiet}>{t('flows:places.nobody')}</p>}
    </Section>
  )
}
