import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Day } from '#shared/dates.ts'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import classes from '../stays.module.css'
import board from './board.module.css'

/** Who comes in the period of the board and has no bed yet, by flow. */
export function Bedless({ organisation, from, to }: { organisation: string; from: Day; to: Day }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const may = useMay()
  const { data } = useApi('GET /organisations/:organisation/bedless', {
    params: { organisation },
    query: { from, to, limit: 100 },
  })
  if (!data || data.total === 0) return null
  const byFlow = Map.groupBy(data.items, ({ flow, school }) => [flow, school].filter(Boolean).join(' · '))
  return (
    <div className={board.bedless}>
      <Section
        title={t('stays:bedless.title')}
        aside={format.number(data.total)}
        actions={
          may('mobilities.edit') && (
            <Button component={Link} size="xs" to={`${paths.roomPlans(organisation)}?new`}>
              {t('stays:bedless.plan')}
            </Button>
          )
        }
      >
        <ul className={classes.rooms}>
          {[...byFlow].map(([flow, people]) => (
            <li key={flow} className={classes.room}>
              <span>
                <strong>{flow}</strong>{' '}
                <span className={classes.quiet}>{t('stays:bedless.people', { count: people.length })}</span>
              </span>
              <span className={classes.quiet}>
                {format.list(people.slice(0, 6).map(({ participant }) => participant))}
                {people.length > 6 && ' …'}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
