import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { addDays } from '#shared/dates.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { mondayOf } from '../../board.rules.ts'
import { StaysTabs } from '../StaysTabs.tsx'
import type { Stay } from '../stays-answers.ts'
import { Board, type Bed } from './Board.tsx'
import { Bedless } from './Bedless.tsx'
import { GiveDialog } from './GiveDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { Senders } from './Senders.tsx'
import { StayDialog } from './StayDialog.tsx'
import { useBoard } from './use-board.ts'
import classes from './board.module.css'

/** Who sleeps where over the weeks: beds in rows, days in columns, people as bars in their sender's colour. */
export default function BoardPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('stays')
  const format = useFormat()
  const may = useMay()
  const board = useBoard()
  const [stay, setStay] = useState<Stay | null>(null)
  const [moving, setMoving] = useState<{ stay: Stay; to: Bed | null } | null>(null)
  const [giving, setGiving] = useState<Bed | null>(null)
  const to = addDays(board.from, board.count)
  const pages = usePages('GET /organisations/:organisation/bed-board', {
    params: { organisation },
    query: {
      from: board.from,
      to,
      limit: 20,
      ...(board.q ? { q: board.q } : {}),
      free: board.free ? 'true' : 'false',
    },
  })
  const step = board.view === 'month' ? 28 : 7
  const empty = !pages.loading && !pages.problem && pages.rows.length === 0
  return (
    <>
      <PageHeader
        title={t('stays:board.title')}
        description={t('stays:board.text')}
        actions={
          <Button variant="default" className={classes.noPrint} onClick={() => window.print()}>
            {t('stays:print')}
          </Button>
        }
      />
      <StaysTabs organisation={organisation} />
      <search className={`${tables.filters} ${classes.noPrint}`}>
        <SearchBox
          label={t('stays:search')}
          placeholder={t('stays:searchExample')}
          asked={board.q}
          className={tables.search}
          onAsk={(text) => board.turn({ q: text.trim() })}
        />
        <TextInput
          type="date"
          label={t('stays:board.from')}
          value={board.from}
          onChange={(event) => {
            if (event.currentTarget.value) board.turn({ from: event.currentTarget.value })
          }}
        />
        <div className={classes.walk}>
          <Button variant="default" onClick={() => board.turn({ from: addDays(board.from, -step) })}>
            {t('stays:board.earlier')}
          </Button>
          <Button variant="default" onClick={() => board.turn({ from: mondayOf(todayHere()) })}>
            {t('stays:board.today')}
          </Button>
          <Button variant="default" onClick={() => board.turn({ from: addDays(board.from, step) })}>
            {t('stays:board.later')}
          </Button>
        </div>
        <SegmentedControl
          aria-label={t('stays:board.view')}
          value={board.view}
          onChange={(view) => board.turn({ view: view === 'month' ? view : null })}
          data={[
            { value: 'weeks', label: t('stays:board.weeks') },
            { value: 'month', label: t('stays:board.month') },
          ]}
        />
        <Checkbox
          className={classes.free}
          label={t('stays:board.free')}
          checked={board.free}
          onChange={(event) => board.turn({ free: event.currentTarget.checked ? 'true' : null })}
        />
      </search>
      <p className={classes.period}>{format.dateRange(board.from, addDays(to, -1), 'long')}</p>
      {pages.loading && <SkeletonRows rows={10} />}
      <ProblemNote problem={pages.problem} retry={pages.retry} />
      <div role="status" className={tables.quiet}>
        {empty && (board.q || board.free) && t('stays:nothingFound')}
      </div>
      {empty && !board.q && !board.free && (
        <EmptyState title={t('stays:emptyTitle')} text={t('stays:emptyText')} />
      )}
      {pages.rows.length > 0 && (
        <>
          <Senders stays={pages.rows.flatMap(({ stays }) => stays)} />
          <Board
            organisation={organisation}
            housings={pages.rows}
            from={board.from}
            count={board.count}
            narrow={board.view === 'month'}
            mayAct={may('mobilities.edit')}
            onStay={setStay}
            onMove={(one, bed) => setMoving({ stay: one, to: bed })}
            onGive={setGiving}
          />
        </>
      )}
      <MoreRows pages={pages} />
      <Bedless organisation={organisation} from={board.from} to={to} />
      {stay && (
        <StayDialog
          organisation={organisation}
          stay={stay}
          onMove={() => {
            setMoving({ stay, to: null })
            setStay(null)
          }}
          onClose={() => setStay(null)}
        />
      )}
      {moving && <MoveDialog organisation={organisation} {...moving} onClose={() => setMoving(null)} />}
      {giving && <GiveDialog organisation={organisation} bed={giving} onClose={() => setGiving(null)} />}
    </>
  )
}
