import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, type Format } from '#web/i18n/formatters.ts'
import { inOrder, yearOf, yearRange, type DepartureRange } from './departure-range.ts'

interface DepartureFilterProps extends DepartureRange {
  onChange: (range: DepartureRange) => void
}

/** When people leave: a year with one press, or from one day to another. */
export function DepartureFilter({ from, to, onChange }: DepartureFilterProps) {
  const { t } = useTranslation('mobilities-list')
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const title = t('mobilities-list:filter.departure')
  const said = rangeWords({ from, to }, format, t)
  const change = (range: DepartureRange): void => {
    onChange(range)
    setOpened(false)
  }
  return (
    <Popover position="bottom-start" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant={said ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {said ? `${title}: ${said}` : title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <Range key={`${from} ${to}`} from={from} to={to} onChange={change} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Range({ from, to, onChange }: DepartureFilterProps) {
  const { t } = useTranslation(['mobilities-list', 'grid'])
  const [first, setFirst] = useState(from ?? '')
  const [last, setLast] = useState(to ?? '')
  const [thisYear] = useState(() => new Date().getFullYear())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onChange(inOrder(first, last))
      }}
    >
      <Stack gap="sm">
        <Group gap="xs" role="group" aria-label={t('mobilities-list:filter.year')}>
          {[thisYear - 1, thisYear, thisYear + 1].map((year) => (
            <Button
              key={year}
              size="compact-sm"
              variant={yearOf({ from, to }) === year ? 'light' : 'default'}
              aria-pressed={yearOf({ from, to }) === year}
              onClick={() => onChange(yearRange(year))}
            >
              {year}
            </Button>
          ))}
        </Group>
        <TextInput
          type="date"
          label={t('mobilities-list:filter.from')}
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('mobilities-list:filter.to')}
          value={last}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ from: null, to: null })}>
            {t('grid:clear')}
          </Button>
          <Button type="submit" size="compact-sm">
            {t('mobilities-list:filter.show')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function rangeWords(
  range: DepartureRange,
  format: Format,
  t: (key: string, values: Record<string, string>) => string,
): string | null {
  const { from, to } = range
  const year = yearOf(range)
  if (year !== null) return String(year)
  if (from && to) return from === to ? format.date(from) : format.dateRange(from, to)
  if (from) return t('mobilities-list:filter.since', { day: format.date(from) })
  return to ? t('mobilities-list:filter.until', { day: format.date(to) }) : null
}
