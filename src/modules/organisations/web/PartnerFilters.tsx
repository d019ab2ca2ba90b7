import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { partnershipKinds } from '../partner-kinds.rules.ts'
import type { PartnerFilter } from './use-partner-filter.ts'
import classes from './organisations.module.css'

interface PartnerFiltersProps {
  filter: PartnerFilter
  onChange: (change: Partial<PartnerFilter>) => void
}

/** Search, country, kind, and whether archived ones are meant. */
export function PartnerFilters({ filter, onChange }: PartnerFiltersProps) {
  const { t } = useTranslation('organisations')
  const kinds = [
    { value: '', label: t('organisations:partners.allKinds') },
    ...partnershipKinds.map((kind) => ({ value: kind, label: t(`organisations:partnerKind.${kind}`) })),
  ]
  return (
    <search className={classes.filters}>
      <SearchBox key={filter.q === '' ? 'empty' : 'asked'} q={filter.q} onChange={(q) => onChange({ q })} />
      <CountrySelect
        label={t('organisations:field.country')}
        value={filter.country}
        onChange={(country) => onChange({ country })}
      />
      <NativeSelect
        label={t('organisations:field.kinds')}
        data={kinds}
        value={filter.kind ?? ''}
        onChange={(event) =>
          onChange({ kind: partnershipKinds.find((kind) => kind === event.currentTarget.value) ?? null })
        }
      />
      <Checkbox
        mb={8}
        label={t('organisations:partners.archivedOnly')}
        checked={filter.archived}
        onChange={(event) => onChange({ archived: event.currentTarget.checked })}
      />
    </search>
  )
}

function SearchBox({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation('organisations')
  const [text, setText] = useState(q)
  const [asked] = useDebouncedValue(text, 250)
  useEffect(() => {
    if (asked !== q) onChange(asked)
    // Only what one typed is told on; what comes back from the address is the same word.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  return (
    <TextInput
      type="search"
      className={classes.search}
      label={t('organisations:partners.search')}
      placeholder={t('organisations:partners.searchExample')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}
