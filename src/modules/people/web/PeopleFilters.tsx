import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { personKinds } from '../people.rules.ts'
import { whos, type PeopleFilter } from './people-filter.ts'

interface PeopleFiltersProps {
  filter: PeopleFilter
  onChange: (change: Partial<PeopleFilter>) => void
}

/** Search, kind, and whether minors are meant. */
export function PeopleFilters({ filter, onChange }: PeopleFiltersProps) {
  const { t } = useTranslation('people')
  const all = { value: '', label: t('people:all') }
  return (
    <search className={classes.filters}>
      <SearchBox
        className={classes.search}
        label={t('people:search')}
        placeholder={t('people:searchExample')}
        asked={filter.q}
        onAsk={(q) => onChange({ q })}
      />
      <NativeSelect
        label={t('people:field.kind')}
        data={[all, ...personKinds.map((kind) => ({ value: kind, label: t(`people:kind.${kind}`) }))]}
        value={filter.kind ?? ''}
        onChange={(event) =>
          onChange({ kind: personKinds.find((kind) => kind === event.currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={t('people:field.age')}
        data={[all, ...whos.map((who) => ({ value: who, label: t(`people:who.${who}`) }))]}
        value={filter.who ?? ''}
        onChange={(event) => onChange({ who: whos.find((who) => who === event.currentTarget.value) ?? null })}
      />
    </search>
  )
}
