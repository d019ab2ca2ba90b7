import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from './grid-types.ts'

interface ColumnsMenuProps<T> {
  columns: readonly Column<T>[]
  shown: readonly string[]
  onChange: (shown: string[]) => void
  compact: boolean
  onCompact: (compact: boolean) => void
  /** Columns, widths and height of rows as they are for everybody. */
  onReset: () => void
}

/** Which columns are shown, and how close the rows stand. */
export function ColumnsMenu<T>({
  columns,
  shown,
  onChange,
  compact,
  onCompact,
  onReset,
}: ColumnsMenuProps<T>) {
  const { t } = useTranslation('grid')
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('grid:columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('grid:columns')}>
        <Checkbox.Group value={[...shown]} onChange={onChange} label={t('grid:columnsShown')}>
          <Stack gap="xs" mt="xs">
            {columns
              .filter(({ fixed }) => !fixed)
              .map(({ id, title }) => (
                <Checkbox key={id} value={id} label={title} />
              ))}
          </Stack>
        </Checkbox.Group>
        <Stack gap="xs" mt="md" align="flex-start">
          <Checkbox
            label={t('grid:compact')}
            checked={compact}
            onChange={(event) => onCompact(event.currentTarget.checked)}
          />
          <Button variant="subtle" size="compact-sm" onClick={onReset}>
            {t('grid:reset')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
