import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApi } from '#web/api/use-api.ts'
import { paths } from '#web/paths.ts'
import { isAsked } from '../summary.rules.ts'

interface OwnPapersCardProps {
  mobility: string
  className: string
  heading: string
}

/** On the participant's page, only while a paper is missing or runs out before the return. */
export default function OwnPapersCard({ mobility, className, heading }: OwnPapersCardProps) {
  const { t } = useTranslation('papers')
  const { data } = useApi('GET /me/papers', {}, { staleTime: 300_000 })
  const stay = data?.items.find((one) => one.mobilityId === mobility)
  const open = stay?.papers.filter(({ standing }) => isAsked(standing)) ?? []
  if (open.length === 0) return null
  return (
    <section className={className}>
      <h3 className={heading}>{t('papers:title')}</h3>
      <ul>
        {open.map(({ kind, standing, shortBy }) => (
          <li key={kind}>
            {t(`papers:kind.${kind}`)}:{' '}
            {standing === 'runs-out' && shortBy !== null
              ? t('papers:standing.short', { count: shortBy })
              : t(`papers:standing.${standing}`)}
          </li>
        ))}
      </ul>
      <Button variant="default" fullWidth component={Link} to={paths.myPapers()}>
        {t('papers:own.toPapers')}
      </Button>
    </section>
  )
}
