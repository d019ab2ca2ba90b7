import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ColumnResizer } from './ColumnResizer.tsx'
import type { Column } from './grid-types.ts'
import classes from './grid.module.css'

interface GridHeadProps<T> {
  columns: readonly Column<T>[]
  sort: string
  onSort: (sort: string) => void
  widthOf: (column: Column<T>) => number
  onWidth: ((id: string, width: number | null) => void) | undefined
  /** The state of the box that chooses all rows shown. */
  all: 'none' | 'some' | 'all'
  onAll: (on: boolean) => void
}

/** The headings; those that sort are buttons. */
export function GridHead<T>({ columns, sort, onSort, widthOf, onWidth, all, onAll }: GridHeadProps<T>) {
  const { t } = useTranslation('grid')
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.box}>
          <Checkbox
            size="xs"
            aria-label={t('grid:chooseShown')}
            checked={all === 'all'}
            indeterminate={all === 'some'}
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
        </th>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={column.numeric ? classes.numeric : undefined}
            data-fixed={column.fixed ?? undefined}
            aria-sort={ariaSort(column, sort)}
          >
            {column.sort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.title}
            {onWidth && (
              <ColumnResizer
                title={column.title}
                width={widthOf(column)}
                onWidth={(width) => onWidth(column.id, width)}
              />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ariaSort<T>(column: Column<T>, sort: string): 'ascending' | 'descending' | undefined {
  if (column.sort?.up === sort) return 'ascending'
  return column.sort?.down === sort ? 'descending' : undefined
}

function SortButton<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>
  sort: string
  onSort: (sort: string) => void
}) {
  const state = ariaSort(column, sort)
  const next = state === 'ascending' ? column.sort?.down : column.sort?.up
  const Icon = state === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button type="button" className={classes.sort} onClick={() => next && onSort(next)}>
      {column.title}
      {state && <Icon size={14} aria-hidden />}
    </button>
  )
}
