import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { api, type ApiProblem } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import senderClasses from '#modules/mobilities/web/senders/senders.module.css'
import type { Board, BoardBar, BoardRow, Overview } from './board-answers.ts'
import { BarPanel } from './BarPanel.tsx'
import { BoardRows } from './BoardRows.tsx'
import { useBoardAddress, type BoardAsked } from './use-board-address.ts'
import { Waiting } from './Waiting.tsx'
import { WeekBoxes } from './WeekBoxes.tsx'
import { WeekHead } from './WeekHead.tsx'
import { WeekTools } from './WeekTools.tsx'
import classes from './board.module.css'

const mostRows = 1000

/** The week over all senders: who is where, what is free, who comes and leaves, what to do. */
export default function WeekPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('boards')
  const format = useFormat()
  const [asked, setAsked] = useBoardAddress()
  const [open, setOpen] = useState<{ bar: BoardBar; row: BoardRow | null } | null>(null)
  const board = useBoard(organisation, asked)
  const overview = useOverview(organisation, asked)
  const data = board.data
  const weeks = data && format.dateRange(data.columns[0]?.from ?? '', data.columns.at(-1)?.to ?? '')
  return (
    <div className={classes.sheet}>
      <PageHeader
        title={t('boards:title')}
        description={t('boards:text')}
        actions={
          <Button variant="default" onClick={() => window.print()}>
            {t('boards:print')}
          </Button>
        }
      />
      <p className={classes.paperTitle}>{weeks}</p>
      <WeekTools asked={asked} board={data} onChange={setAsked} />
      <ProblemNote problem={board.error ?? overview.error} retry={() => void board.refetch()} />
      {board.isPending && <SkeletonRows rows={12} />}
      <div role="status" className={classes.status}>
        {data && weeks && t('boards:shown', { count: data.total, weeks })}
      </div>
      {data && (
        <div className={classes.spaced}>
          {overview.data && <WeekBoxes board={data} overview={overview.data} organisation={organisation} />}
          <Waiting board={data} onOpen={(bar) => setOpen({ bar, row: null })} />
          <Legend board={data} />
          {data.items.length === 0 ? (
            <NoRows organisation={organisation} asked={asked} onClear={setAsked} />
          ) : (
            <BoardRows
              board={data}
              organisation={organisation}
              head={<WeekHead board={data} overview={overview.data} organisation={organisation} />}
              onOpen={(bar, row) => setOpen({ bar, row })}
            />
          )}
          {data.next && <p className={classes.quiet}>{t('boards:moreRows', { count: data.items.length })}</p>}
          {open && (
            <BarPanel
              organisation={organisation}
              board={data}
              bar={open.bar}
              row={open.row}
              onClose={() => setOpen(null)}
            />
          )}
        </div>
      )}
    </div>
  )
}

function Legend({ board }: { board: Board }) {
  const { t } = useTranslation('boards')
  if (board.senders.length === 0) return null
  return (
    <ul className={senderClasses.legend} aria-label={t('boards:legend')}>
      {board.senders.map((sender) => (
        <li key={sender.id}>
          <SenderTag sender={sender} />
          {sender.name}
        </li>
      ))}
    </ul>
  )
}

function NoRows({
  organisation,
  asked,
  onClear,
}: {
  organisation: string
  asked: BoardAsked
  onClear: (change: Record<string, string | null>) => void
}) {
  const { t } = useTranslation('boards')
  const filtered = asked.sender || asked.flow || asked.town || asked.field
  return (
    <EmptyState
      title={t(filtered ? 'boards:nothingFound' : `boards:empty.${asked.rows}.title`)}
      text={t(filtered ? 'boards:nothingFoundText' : `boards:empty.${asked.rows}.text`)}
      action={
        filtered ? (
          <Button
            variant="default"
            onClick={() => onClear({ sender: null, flow: null, town: null, field: null })}
          >
            {t('boards:clear')}
          </Button>
        ) : (
          <Button
            component={Link}
            to={
              asked.rows === 'companies'
                ? paths.companies(organisation)
                : `${paths.bedBoard(organisation)}?from=${asked.monday}`
            }
          >
            {t(asked.rows === 'companies' ? 'boards:toCompanies' : 'boards:openBeds')}
          </Button>
        )
      }
    />
  )
}

/** The board; while another week is read, the one before stays. */
const useBoard = (organisation: string, { monday, span, rows, sender, flow, town, field }: BoardAsked) =>
  useQuery<Board, ApiProblem>({
    queryKey: [
      'GET /organisations/:organisation/week-board',
      organisation,
      monday,
      span,
      rows,
      sender,
      flow,
      town,
      field,
    ],
    queryFn: ({ signal }) =>
      api(
        'GET /organisations/:organisation/week-board',
        {
          params: { organisation },
          query: {
            from: monday,
            span,
            rows,
            limit: mostRows,
            ...(sender ? { sender: [sender] } : {}),
            ...(flow ? { flow: [flow] } : {}),
            ...(town ? { town } : {}),
            ...(field ? { field } : {}),
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })

const useOverview = (organisation: string, { monday, span }: BoardAsked) =>
  useQuery<Overview, ApiProblem>({
    queryKey: ['GET /organisations/:organisation/week-overview', organisation, monday, span],
    queryFn: ({ signal }) =>
      api(
        'GET /organisations/:organisation/week-overview',
        { params: { organisation }, query: { from: monday, span } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
