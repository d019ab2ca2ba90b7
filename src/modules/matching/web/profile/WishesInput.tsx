import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WishablePosition } from './profile-answers.ts'

interface WishesInputProps extends Omit<MultiSelectProps, 'data' | 'value'> {
  value: string[]
  /** Those chosen before, by their names. */
  known: readonly WishablePosition[]
  /** Those found for what was typed; the server has searched. */
  found: readonly WishablePosition[]
  /** Says which of them is the first, the second wish. */
  ranked?: boolean
}

/** Positions in the order of the wish, found by words; what is not offered any more can only be taken away. */
export function WishesInput({ value, known, found, ranked, ...props }: WishesInputProps) {
  const { t } = useTranslation('matching')
  const names = new Map([...known, ...found].map((one) => [one.id, nameOf(one)]))
  const ids = [...new Set([...value, ...found.map(({ id }) => id)])]
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      maxValues={10}
      {...props}
      value={value}
      data={ids.map((id) => {
        const name = names.get(id) ?? t('matching:profile.gone')
        const rank = value.indexOf(id)
        return { value: id, label: ranked && rank >= 0 ? `${rank + 1}. ${name}` : name }
      })}
      filter={({ options }) => options}
      nothingFoundMessage={t('matching:profile.nothingFound')}
    />
  )
}

const nameOf = ({ title, company, town }: WishablePosition): string =>
  [title, company, town].filter(Boolean).join(' · ')
