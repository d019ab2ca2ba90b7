import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { ArrivalFilters } from './ArrivalFilters.tsx'
import { ArrivalGroup } from './ArrivalGroup.tsx'
import { byLeg, type Arrival } from './journey-answers.ts'
import { Missing } from './Missing.tsx'
import { asked, useArrivalsQuery } from './use-arrivals-query.ts'
import classes from './journeys.module.css'

const MoveDialog = lazy(() => import('./MoveDialog.tsx'))
const RulesDialog = lazy(() => import('./RulesDialog.tsx'))

/** Who arrives (or leaves) when, with what, and who picks them up. */
export default function ArrivalsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('journeys')
  const may = useMay()
  const [query, change] = useArrivalsQuery()
  const [moving, setMoving] = useState<Arrival | null>(null)
  const [ruling, setRuling] = useState(false)
  const sent = asked(query)
  const list = usePages('GET /organisations/:organisation/arrivals', {
    params: { organisation },
    query: { ...sent, limit: 200 },
  })
  const filtered = query.q !== '' || query.late || query.waiting || query.flow !== '' || query.town !== ''
  const file = `/api/v1/organisations/${organisation}/arrivals/file?${new URLSearchParams(sent).toString()}`
  return (
    <>
      <PageHeader
        title={t('journeys:list.title')}
        description={t('journeys:list.text')}
        actions={
          <>
            {may('mobilities.edit') && (
              <Button variant="subtle" onClick={() => setRuling(true)}>
                {t('journeys:rules.action')}
              </Button>
            )}
            <Button variant="subtle" component="a" href={file}>
              {t('journeys:list.file')}
            </Button>
            <Button variant="subtle" onClick={() => window.print()}>
              {t('journeys:list.print')}
            </Button>
            <Button
              component={Link}
              to={`${paths.transfers(organisation)}?direction=${query.direction}&from=${query.from}&to=${query.to}`}
            >
              {t('journeys:transfers.title')}
            </Button>
          </>
        }
      />
      <ArrivalFilters
        query={query}
        change={change}
        organisation={organisation}
        towns={[...new Set(list.rows.map(({ town }) => town))]}
      />
      <Missing organisation={organisation} query={query} />
      {list.loading && <SkeletonRows />}
      <ProblemNote problem={list.problem} retry={list.retry} />
      <div role="status" className={classes.quiet}>
        {!list.loading && list.rows.length === 0 && filtered && t('journeys:list.nothingFound')}
      </div>
      {!list.loading && !list.problem && list.rows.length === 0 && !filtered && (
        <EmptyState
          title={t(`journeys:list.emptyTitle.${query.direction}`)}
          text={t('journeys:list.emptyText')}
          action={
            <Button component={Link} to={paths.flows(organisation)}>
              {t('journeys:list.toFlows')}
            </Button>
          }
        />
      )}
      <Days rows={list.rows} direction={query.direction} organisation={organisation} onMove={setMoving} />
      <MoreRows pages={list} />
      <Suspense>
        {moving && (
          <MoveDialog
            organisation={organisation}
            arrival={moving}
            direction={query.direction}
            onClose={() => setMoving(null)}
          />
        )}
        {ruling && <RulesDialog organisation={organisation} onClose={() => setRuling(false)} />}
      </Suspense>
    </>
  )
}

interface DaysProps {
  rows: readonly Arrival[]
  direction: 'out' | 'back'
  organisation: string
  onMove: (leg: Arrival) => void
}

function Days({ rows, direction, organisation, onMove }: DaysProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const may = useMay()
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, people]) => (
    <section key={day} className={classes.day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className={classes.dayTitle}>
        {format.date(day, 'weekday')}
        <span className={classes.quiet}> {t('journeys:list.people', { count: people.length })}</span>
      </h2>
      <ul className={classes.plain}>
        {byLeg(people).map((group) => (
          <ArrivalGroup
            key={`${group[0]?.time}${group[0]?.legId}`}
            people={group}
            organisation={organisation}
            direction={direction}
            onMove={may('mobilities.edit') ? onMove : undefined}
          />
        ))}
      </ul>
    </section>
  ))
}
