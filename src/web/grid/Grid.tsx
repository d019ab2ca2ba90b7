import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pages } from '#web/api/use-pages.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { choose, isChosen, type Column, type GridRowData } from './grid-types.ts'
import type { Selection } from './use-selection.ts'
import classes from './grid.module.css'

interface GridProps<T extends GridRowData> {
  label: string
  pages: Pages<T>
  /** Rows of the whole list. */
  total: number
  columns: readonly Column<T>[]
  nameOf: (row: T) => string
  sort: string
  onSort: (sort: string) => void
  selection: Selection
  /** The row that the keyboard stands on, or -1. */
  current: number
  onOpen: (index: number) => void
  /** Said instead of rows where there are none. */
  empty: ReactNode
}

const rowHeight = 44

/** A long list as a table: only the rows in sight are drawn, the next page is read before one gets there. */
export function Grid<T extends GridRowData>({
  label,
  pages,
  total,
  columns,
  nameOf,
  sort,
  onSort,
  selection,
  current,
  onOpen,
  empty,
}: GridProps<T>) {
  const { t } = useTranslation('grid')
  const place = useRef<HTMLDivElement>(null)
  const { rows, hasMore, loadMore } = pages
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) loadMore()
  }, [hasMore, last, rows.length, loadMore])
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' })
    // Only a step of the keyboard scrolls; the virtualizer is new with each drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [current])
  const latest = useRef({ toggle: selection.toggle, open: onOpen })
  useEffect(() => {
    latest.current = { toggle: selection.toggle, open: onOpen }
  })
  const toggle = useCallback((index: number, range: boolean) => latest.current.toggle(index, range), [])
  const open = useCallback((index: number) => latest.current.open(index), [])
  if (pages.loading) return <SkeletonRows rows={12} height={rowHeight - 8} />
  if (rows.length === 0) return empty
  const chosenShown = rows.filter((row) => isChosen(selection.chosen, row.id)).length
  const all = chosenShown === 0 ? 'none' : chosenShown === rows.length ? 'all' : 'some'
  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <div
      className={classes.place}
      ref={place}
      data-updating={pages.updating || undefined}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table
        className={classes.grid}
        aria-rowcount={total + 1}
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 44) }}
      >
        <caption className={classes.caption}>{label}</caption>
        <colgroup>
          <col style={{ width: 44 }} />
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <GridHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          all={all}
          onAll={(on) =>
            selection.set(
              choose(
                selection.chosen,
                rows.map(({ id }) => id),
                on,
              ),
            )
          }
        />
        <tbody>
          <Spacer height={before} columns={columns.length + 1} />
          {shown.map(({ index }) => {
            const row = rows[index]
            return (
              row && (
                <GridRow
                  key={row.id}
                  row={row}
                  index={index}
                  columns={columns}
                  name={nameOf(row)}
                  chosen={isChosen(selection.chosen, row.id)}
                  current={index === current}
                  onToggle={toggle}
                  onOpen={open}
                />
              )
            )
          })}
          <Spacer height={after} columns={columns.length + 1} />
        </tbody>
      </table>
      {pages.loadingMore && <p className={classes.more}>{t('grid:loadingMore')}</p>}
    </div>
  )
}

/** Nothing is said of the empty room; it is hidden as a whole. */
const spacer = ''

/** Room of the rows that are not drawn. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns} aria-label={spacer} style={{ padding: 0, border: 0 }} />
    </tr>
  )
}
