import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { addMonths, isDay } from '#shared/dates.ts'
import { api, type ApiProblem } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { paths } from '#web/paths.ts'
import { CapacityChart } from './CapacityChart.tsx'
import { FlowBars } from './FlowBars.tsx'
import type { Timeline } from './board-answers.ts'
import { useArrows } from './use-board-address.ts'
import boardClasses from './board.module.css'

/** The year of flows: who comes when, how full, how far; below, beds and places against the people of each week. */
export default function TimelinePage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('boards')
  const format = useFormat()
  const [get, set] = useAddress()
  const zoom = get('zoom') === 'quarter' ? 'quarter' : 'year'
  // Today stands a little inside: what is going on is seen with what lies ahead.
  const first = isDay(get('from'))
    ? get('from')
    : addMonths(`${todayHere().slice(0, 7)}-01`, zoom === 'year' ? -2 : -1)
  const step = (steps: number): void => set({ from: addMonths(first, steps * (zoom === 'year' ? 3 : 1)) })
  useArrows(
    () => step(-1),
    () => step(1),
  )
  const timeline = useQuery<Timeline, ApiProblem>({
    queryKey: ['GET /organisations/:organisation/timeline', organisation, first, zoom],
    queryFn: ({ signal }) =>
      api(
        'GET /organisations/:organisation/timeline',
        { params: { organisation }, query: { from: first, zoom } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  const data = timeline.data
  const flows = data?.groups.reduce((sum, group) => sum + group.flows.length, 0) ?? 0
  return (
    <>
      <PageHeader title={t('boards:timeline.title')} description={t('boards:timeline.text')} />
      <div className={boardClasses.tools}>
        <ActionIcon.Group>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('boards:timeline.before')}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => set({ from: null })}>
            {t('boards:timeline.today')}
          </Button>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('boards:timeline.after')}
            onClick={() => step(1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </ActionIcon.Group>
        <SegmentedControl
          aria-label={t('boards:timeline.zoomLabel')}
          value={zoom}
          onChange={(value) => set({ zoom: value === 'year' ? null : value, from: null })}
          data={(['year', 'quarter'] as const).map((value) => ({ value, label: t(`boards:zoom.${value}`) }))}
        />
      </div>
      <ProblemNote problem={timeline.error} retry={() => void timeline.refetch()} />
      {timeline.isPending && <SkeletonRows rows={12} />}
      <div role="status" className={boardClasses.status}>
        {data &&
          t('boards:timeline.shown', {
            count: flows,
            months: `${format.month((data.months[0]?.from ?? '').slice(0, 7))} – ${format.month((data.months.at(-1)?.from ?? '').slice(0, 7))}`,
          })}
      </div>
      {data && flows === 0 && (
        <EmptyState
          title={t('boards:timeline.emptyTitle')}
          text={t('boards:timeline.emptyText')}
          action={
            <Button component={Link} to={paths.flows(organisation)}>
              {t('boards:timeline.toFlows')}
            </Button>
          }
        />
      )}
      {data && flows > 0 && (
        <div className={boardClasses.spaced}>
          <FlowBars timeline={data} organisation={organisation} />
          {data.more && <p className={boardClasses.quiet}>{t('boards:timeline.more', { count: flows })}</p>}
          <CapacityChart timeline={data} />
        </div>
      )}
    </>
  )
}
