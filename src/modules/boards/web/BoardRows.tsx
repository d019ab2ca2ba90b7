import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKey } from '#web/layout/use-key.ts'
import type { Board, BoardBar, BoardRow } from './board-answers.ts'
import { Row, heightOf } from './Row.tsx'
import { stepTo } from './walk-bars.ts'
import classes from './board.module.css'

interface BoardRowsProps {
  board: Board
  organisation: string
  head: ReactNode
  onOpen: (bar: BoardBar, row: BoardRow) => void
}

/** The rows of a board below their head. Only those in sight are drawn, on paper all of them; one bar is a stop of the tab key, arrows go on. */
export function BoardRows({ board, organisation, head, onOpen }: BoardRowsProps) {
  const { t } = useTranslation('boards')
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const paper = useMediaQuery('print', false)
  const rows = board.items
  // oxlint-disable-next-line react-hooks/incompatible-library -- the compiler does not run on this code
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => heightOf(rows[at]),
    overscan: 6,
    getItemKey: (at) => rows[at]?.id ?? at,
  })
  const inSight = virtual.getVirtualItems()
  const drawn = paper ? rows.map((_row, index) => ({ index, start: 0 })) : inSight
  const bars = drawn.flatMap(({ index }) => rows[index]?.bars ?? [])
  const stop = bars.find(({ id }) => id === active)?.id ?? bars[0]?.id ?? null
  useKey((event) => {
    const next = event.target && stepTo(event.target, event.key)
    if (!next) return false
    setActive(next.dataset['bar'] ?? null)
    next.focus()
    return true
  }, 'inner')
  const senders = new Map(board.senders.map((one) => [one.id, one]))
  return (
    <div
      ref={box}
      className={classes.box}
      role="region"
      aria-label={t(`boards:rows.${board.rows}`)}
      tabIndex={0}
      data-rows={board.rows}
      style={{ '--columns': board.columns.length } as CSSProperties}
    >
      {head}
      <ol className={classes.rows} style={paper ? {} : { height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <Row
                key={row.id}
                row={row}
                top={paper ? null : start}
                board={board}
                senders={senders}
                organisation={organisation}
                stop={stop}
                onOpen={(bar) => {
                  setActive(bar.id)
                  onOpen(bar, row)
                }}
              />
            )
          )
        })}
      </ol>
    </div>
  )
}
