import { Checkbox } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, GridRowData } from './grid-types.ts'
import classes from './grid.module.css'

export interface GridRowProps<T extends GridRowData> {
  row: T
  index: number
  columns: readonly Column<T>[]
  name: string
  chosen: boolean
  current: boolean
  onToggle: (index: number, range: boolean) => void
  onOpen: (index: number) => void
}

function Row<T extends GridRowData>({
  row,
  index,
  columns,
  name,
  chosen,
  current,
  onToggle,
  onOpen,
}: GridRowProps<T>) {
  const { t } = useTranslation('grid')
  return (
    <tr
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-current={current || undefined}
      data-chosen={chosen || undefined}
      onClick={(event) => {
        // Links and boxes in the row do their own work.
        if (event.target instanceof Element && event.target.closest('a, button, input, label') === null)
          onOpen(index)
      }}
    >
      <td className={classes.box}>
        <Checkbox
          size="xs"
          aria-label={t('grid:choose', { name })}
          checked={chosen}
          onChange={(event) =>
            onToggle(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
        />
      </td>
      {columns.map((column) => (
        <td
          key={column.id}
          className={column.numeric ? classes.numeric : undefined}
          data-fixed={column.fixed ?? undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** One row; drawn again only when something of its own changed. */
export const GridRow = memo(Row) as typeof Row
