import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Choice } from './stays-answers.ts'

interface RoomSelectProps {
  choices: readonly Choice[] | undefined
  value: string | null
  onChange: (roomId: string | null) => void
  error?: string | null
}

/** Every room: those that are possible first with their free beds, the others with the reason why not. */
export function RoomSelect({ choices, value, onChange, error }: RoomSelectProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const where = (one: Choice): string =>
    [t('stays:roomOf', { room: one.name, housing: one.housing }), one.town].filter(Boolean).join(' · ')
  const possible = (choices ?? []).filter(({ whyNot }) => whyNot.length === 0)
  const others = (choices ?? []).filter(({ whyNot }) => whyNot.length > 0)
  return (
    <Select
      label={t('stays:move.room')}
      searchable
      data-autofocus
      nothingFoundMessage={t('stays:nothingFound')}
      maxDropdownHeight={320}
      error={error}
      data={[
        {
          group: t('stays:move.possible', { number: format.number(possible.length) }),
          items: possible.map((one) => ({
            value: one.id,
            label: `${where(one)} · ${t('stays:freeBeds', { count: one.free, number: format.number(one.free) })}`,
          })),
        },
        {
          group: t('stays:move.impossible', { number: format.number(others.length) }),
          items: others.map((one) => ({
            value: one.id,
            disabled: true,
            label: `${where(one)} · ${format.list(one.whyNot.map((code) => t(`stays:reason.${code}`)))}`,
          })),
        },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
