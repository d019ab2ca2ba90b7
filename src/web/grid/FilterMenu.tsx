import { Button, Checkbox, Popover, ScrollArea, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './FilterMenu.module.css'

export interface FilterOption {
  value: string
  label: string
  count?: number | undefined
}

interface FilterMenuProps {
  title: string
  options: readonly FilterOption[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** Values that are read only when somebody looks at them. */
  onOpen?: () => void
}

/** More options than this get a box to search among them. */
const searchable = 10

/** One filter of a list: a button that says what is chosen, and the values with how many rows each has. */
export function FilterMenu({ title, options, chosen, onChange, onOpen }: FilterMenuProps) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const [text, setText] = useState('')
  // The address follows a moment later; the boxes answer at once.
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const boxes = asked ?? chosen
  const change = (next: string[]): void => {
    setAsked(next)
    onChange(next)
  }
  const wanted = text.trim().toLocaleLowerCase()
  const first = options.find(({ value }) => value === chosen[0])?.label
  const label = chosen.length === 1 && first ? `${title}: ${first}` : title
  return (
    <Popover
      position="bottom-start"
      trapFocus
      returnFocus
      onOpen={() => onOpen?.()}
      onClose={() => {
        setText('')
        setAsked(null)
      }}
    >
      <Popover.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          className={classes.button}
        >
          {label}
          {chosen.length > 1 && ` (${format.number(chosen.length)})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <Stack gap="xs">
          {options.length > searchable && (
            <TextInput
              type="search"
              aria-label={t('grid:searchIn', { title })}
              placeholder={t('grid:searchIn', { title })}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          {options.length === 0 && <span className={classes.count}>{t('grid:noValues')}</span>}
          <ScrollArea.Autosize mah={320} type="auto">
            <Checkbox.Group value={[...boxes]} onChange={change} aria-label={title}>
              <Stack gap="xs" pr="sm">
                {options
                  .filter((option) => option.label.toLocaleLowerCase().includes(wanted))
                  .map(({ value, label: name, count }) => (
                    <Checkbox
                      key={value}
                      value={value}
                      label={
                        <span className={classes.option}>
                          {name}
                          {count !== undefined && (
                            <span className={classes.count}>{format.number(count)}</span>
                          )}
                        </span>
                      }
                    />
                  ))}
              </Stack>
            </Checkbox.Group>
          </ScrollArea.Autosize>
          {boxes.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => change([])}>
              {t('grid:clear')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
