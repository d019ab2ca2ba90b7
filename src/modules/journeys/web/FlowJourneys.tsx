import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import { byMoment } from './by-moment.ts'
import classes from './journeys.module.css'

/** On a flow's page: how many ways are known, and the way to the rest. */
export function FlowJourneys({ organisation, flow }: { organisation: string; flow: string }) {
  const { t } = useTranslation('journeys')
  const may = useMay()
  const { data } = useApi(
    'GET /organisations/:organisation/flows/:flow/bookings',
    { params: { organisation, flow } },
    { enabled: may('mobilities.read') },
  )
  if (!data) return null
  const known = data.people.filter(({ directions }) => directions.includes('out')).length
  return (
    <Section
      title={t('journeys:title')}
      actions={
        <Button component={Link} to={paths.flowJourneys(organisation, flow)} size="xs" variant="default">
          {t('journeys:open')}
        </Button>
      }
    >
      <p className={classes.text}>{t('journeys:flowKnown', { known, count: data.people.length })}</p>
      <ul className={classes.plain}>
        {byMoment(data.bookings).map(({ id, line }) => (
          <li key={id} className={classes.quiet}>
            {line}
          </li>
        ))}
      </ul>
    </Section>
  )
}
