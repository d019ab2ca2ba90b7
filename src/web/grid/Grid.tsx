import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { usualLayout, type GridLayout } from './grid-layout.ts'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import { choose, isChosen, type Column, type GridRowData } from './grid-types.ts'
import { useGridRows } from './use-grid-rows.ts'
import type { Selection } from './use-selection.ts'
import classes from './grid.module.css'

interface GridProps<T extends GridRowData> {
  label: string
  pages: Pages<T>
  /** Rows of the whole list. */
  total: number
  /** The columns shown; the same array as long as nothing changed, or every row is drawn again. */
  columns: readonly Column<T>[]
  nameOf: (row: T) => string
  sort: string
  onSort: (sort: string) => void
  selection: Selection
  /** The row that the keyboard stands on, or -1. */
  current: number
  onOpen: (index: number) => void
  layout?: GridLayout
  /** Makes a column wider or narrower; null gives it its usual width. */
  onWidth?: (id: string, width: number | null) => void
  /** Said instead of rows where there are none. */
  empty: ReactNode
}

/** Pixels of a row. */
const heights = { roomy: 44, compact: 34 }
const boxWidth = 44

/** A long list as a table: only the rows in sight are drawn, the next page is read before one gets there. */
export function Grid<T extends GridRowData>(props: GridProps<T>) {
  const { label, pages, total, columns, nameOf, selection, current, onOpen, layout = usualLayout } = props
  const { t } = useTranslation('grid')
  const { rows } = pages
  const rowHeight = layout.compact ? heights.compact : heights.roomy
  const { place, shown, before, after } = useGridRows(pages, rowHeight, current)
  const latest = useRef({ toggle: selection.toggle, open: onOpen })
  useEffect(() => {
    latest.current = { toggle: selection.toggle, open: onOpen }
  })
  const toggle = useCallback((index: number, range: boolean) => latest.current.toggle(index, range), [])
  const open = useCallback((index: number) => latest.current.open(index), [])
  if (pages.loading) return <SkeletonRows rows={12} height={rowHeight - 8} />
  if (rows.length === 0) return props.empty
  const widthOf = (column: Column<T>): number => layout.widths[column.id] ?? column.width
  const walkedTo = rows[current]
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
        data-compact={layout.compact || undefined}
        aria-rowcount={total + 1}
        style={{ minWidth: columns.reduce((sum, column) => sum + widthOf(column), boxWidth) }}
      >
        <caption className={classes.caption}>{label}</caption>
        <colgroup>
          <col style={{ width: boxWidth }} />
          {columns.map((column) => (
            <col key={column.id} style={{ width: widthOf(column) }} />
          ))}
        </colgroup>
        <GridHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          widthOf={widthOf}
          onWidth={props.onWidth}
          all={howMany(rows, selection)}
          onAll={(on) => selection.set(choose(selection.chosen, idsOf(rows), on))}
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
      <WalkedTo name={walkedTo ? nameOf(walkedTo) : null} row={current + 1} total={total} />
      {pages.loadingMore && <p className={classes.more}>{t('grid:loadingMore')}</p>}
    </div>
  )
}

const idsOf = (rows: readonly GridRowData[]): string[] => rows.map(({ id }) => id)

/** Whether none, some or all of the rows that were read are chosen. */
function howMany(rows: readonly GridRowData[], { chosen }: Selection): 'none' | 'some' | 'all' {
  const count = rows.filter(({ id }) => isChosen(chosen, id)).length
  if (count === 0) return 'none'
  return count === rows.length ? 'all' : 'some'
}

/** Says to a screen reader where the keyboard stands: the walk marks a row, the focus stays where it was. */
function WalkedTo({ name, row, total }: { name: string | null; row: number; total: number }) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  return (
    <p role="status" className={classes.caption}>
      {name !== null && t('grid:walkedTo', { name, row: format.number(row), total: format.number(total) })}
    </p>
  )
}

/** Room of the rows that are not drawn. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- hidden room, no control */}
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
