import { ActionIcon, Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isDay } from '#shared/dates.ts'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import type { Board } from './board-answers.ts'
import { shifted, useArrows, type BoardAsked } from './use-board-address.ts'
import classes from './board.module.css'

interface WeekToolsProps {
  asked: BoardAsked
  board: Board | undefined
  onChange: (change: Record<string, string | null>) => void
}

/** Which week, which rows, whose people. */
export function WeekTools({ asked, board, onChange }: WeekToolsProps) {
  const { t } = useTranslation('boards')
  const step = (steps: number): void => onChange({ from: shifted(asked.monday, asked.span, steps) })
  useArrows(
    () => step(-1),
    () => step(1),
  )
  const flows = (board?.flows ?? []).filter(({ senderId }) => !asked.sender || senderId === asked.sender)
  return (
    <search className={classes.tools}>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(`boards:before.${asked.span}`)}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => onChange({ from: null })}>
          {t('boards:thisWeek')}
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(`boards:after.${asked.span}`)}
          onClick={() => step(1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
      <TextInput
        type="date"
        label={t('boards:weekOf')}
        value={asked.monday}
        onChange={({ currentTarget: { value } }) => isDay(value) && onChange({ from: value })}
      />
      <SegmentedControl
        aria-label={t('boards:spanLabel')}
        value={asked.span}
        onChange={(span) => onChange({ span: span === 'week' ? null : span })}
        data={(['week', 'weeks'] as const).map((value) => ({ value, label: t(`boards:span.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t('boards:rowsLabel')}
        value={asked.rows}
        onChange={(rows) => onChange({ rows: rows === 'companies' ? null : rows, field: null })}
        data={(['companies', 'homes'] as const).map((value) => ({ value, label: t(`boards:rows.${value}`) }))}
      />
      <NativeSelect
        className={classes.grow}
        label={t('boards:sender')}
        value={asked.sender}
        data={[
          { value: '', label: t('boards:all') },
          ...(board?.senders ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ sender: event.currentTarget.value, flow: null })}
      />
      <NativeSelect
        className={classes.grow}
        label={t('boards:flow')}
        value={asked.flow}
        data={[
          { value: '', label: t('boards:all') },
          ...flows.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ flow: event.currentTarget.value })}
      />
      <SearchBox
        className={classes.grow}
        label={t('boards:town')}
        placeholder=""
        asked={asked.town}
        onAsk={(town) => onChange({ town })}
      />
      {asked.rows === 'companies' && (
        <TextInput
          className={classes.grow}
          label={t('boards:field')}
          placeholder="0721"
          maxLength={4}
          defaultValue={asked.field}
          onChange={({ currentTarget: { value } }) =>
            (value === '' || /^\d{2,4}$/.test(value)) && onChange({ field: value })
          }
        />
      )}
    </search>
  )
}
