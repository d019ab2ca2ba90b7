import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { daysBetween } from '#shared/dates.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import senderClasses from '#modules/mobilities/web/senders/senders.module.css'
import type { Board, BoardBar, BoardRow, Sender } from './board-answers.ts'
import { useBoardWords } from './board-words.ts'
import classes from './board.module.css'

const laneHeight = 26
const figuresHeight = 24

/** How high a row is drawn, in pixels: its figures, its lanes, at least its name and warnings. */
export function heightOf(row: BoardRow | undefined): number {
  if (!row) return 0
  const label = 52 + row.warnings.length * 20
  return Math.max(figuresHeight + row.lanes.length * laneHeight, label) + 9
}

interface RowProps {
  row: BoardRow
  /** Null on paper, where rows follow each other. */
  top: number | null
  board: Board
  senders: ReadonlyMap<string, Sender>
  organisation: string
  /** The bar that the tab key stops at. */
  stop: string | null
  onOpen: (bar: BoardBar) => void
}

/** One company or home: what is free by column, a lane for each place or bed, people as bars; an empty lane is a free place. */
export function Row({ row, top, board, senders, organisation, stop, onOpen }: RowProps) {
  const words = useBoardWords()
  const format = useFormat()
  const place = top === null ? {} : { position: 'absolute' as const, top, height: heightOf(row) }
  return (
    <li className={classes.row} style={place} data-row data-late={row.warnings.length > 0 || undefined}>
      <div className={classes.label}>
        {board.rows === 'companies' && row.known ? (
          <Link to={paths.company(organisation, row.id)} className={classes.name}>
            {row.name}
          </Link>
        ) : (
          <span className={classes.name}>{row.name}</span>
        )}
        <span className={classes.quiet}>{[row.town, row.field].filter(Boolean).join(' · ')}</span>
        {row.warnings.map((warning) => (
          <span key={warning.code} className={classes.warning}>
            <IconAlertTriangle size={14} aria-hidden />
            {words.warning(warning)}
          </span>
        ))}
      </div>
      <div className={classes.lanes} aria-hidden="true">
        {row.lanes.map((lane, at) => (
          <span key={`${lane.name ?? ''}${at}`} style={{ height: laneHeight }}>
            {lane.name ?? at + 1}
          </span>
        ))}
      </div>
      <div className={classes.body}>
        <ul className={classes.figures}>
          {board.columns.map((column, at) => (
            <li key={column.from} data-over={(row.free[at] ?? 0) < 0 || undefined}>
              <VisuallyHidden component="span">{`${format.date(column.from, 'weekday')}: `}</VisuallyHidden>
              {words.free(row.free[at] ?? null)}
            </li>
          ))}
        </ul>
        <div className={classes.area} style={{ height: row.lanes.length * laneHeight }}>
          {row.lanes.map((lane, at) => (
            <span
              key={`${lane.name ?? ''}${at}`}
              className={classes.lane}
              data-over={lane.over || undefined}
              style={{ top: at * laneHeight }}
              aria-hidden="true"
            />
          ))}
          <ul className={classes.bars}>
            {row.bars.map((bar) => (
              <Bar
                key={bar.id}
                bar={bar}
                board={board}
                sender={senders.get(bar.senderId)}
                stop={bar.id === stop}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </div>
      </div>
    </li>
  )
}

interface BarProps {
  bar: BoardBar
  board: Board
  sender: Sender | undefined
  stop: boolean
  onOpen: (bar: BoardBar) => void
}

function Bar({ bar, board, sender, stop, onOpen }: BarProps) {
  const words = useBoardWords()
  const [first, last] = [board.columns[0]?.from ?? bar.from, board.columns.at(-1)?.to ?? bar.to]
  const days = daysBetween(first, last) + 1
  const from = Math.max(0, daysBetween(first, bar.from))
  const to = Math.min(days, daysBetween(first, bar.to) + 1)
  const about = words.about(bar, sender)
  return (
    <li
      className={classes.place}
      style={{
        top: bar.lane * laneHeight,
        insetInlineStart: `${(from / days) * 100}%`,
        width: `${((to - from) / days) * 100}%`,
      }}
    >
      <button
        type="button"
        className={`${senderClasses.tone} ${classes.bar}`}
        data-bar={bar.id}
        data-own-arrows
        data-tone={sender?.tone ?? 7}
        data-firm={bar.firm || undefined}
        data-others={!bar.meant || undefined}
        data-before={bar.from < first || undefined}
        data-after={bar.to > last || undefined}
        tabIndex={stop ? 0 : -1}
        title={`${bar.person}, ${about}`}
        onClick={() => onOpen(bar)}
      >
        {sender && <SenderTag sender={sender} />}
        {bar.problem && <IconAlertTriangle className={classes.mark} size={14} aria-hidden />}
        <span className={classes.person}>{bar.person}</span>
        <VisuallyHidden component="span">{`, ${about}`}</VisuallyHidden>
      </button>
    </li>
  )
}
