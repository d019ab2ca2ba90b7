import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { registerSorts } from '../register-sorts.rules.ts'
import classes from './companies.module.css'
import { FieldSelect } from './FieldSelect.tsx'
import type { RegisterFilter } from './use-register.ts'

interface RegisterFiltersProps {
  organisation: string
  filter: RegisterFilter
  onChange: (changed: Partial<RegisterFilter>) => void
}

/** Search, town, field, what is free or missing, and the order. */
export function RegisterFilters({ organisation, filter, onChange }: RegisterFiltersProps) {
  const { t } = useTranslation('companies')
  const [text, setText] = useState(filter.q)
  // What is ticked shows at once; the address follows.
  const [ticked, setTicked] = useState({
    free: filter.free,
    failing: filter.failing,
    archived: filter.archived,
  })
  const towns = useApi('GET /organisations/:organisation/company-towns', { params: { organisation } })
  return (
    <search className={tables.filters}>
      <TextInput
        type="search"
        label={t('companies:search')}
        className={tables.search}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          onChange({ q: event.currentTarget.value })
        }}
      />
      <Select
        label={t('companies:filter.town')}
        searchable
        clearable
        w={180}
        data={(towns.data?.items ?? []).map(({ town, count }) => ({
          value: town,
          label: `${town} (${count})`,
        }))}
        value={filter.town}
        onChange={(town) => onChange({ town })}
      />
      <FieldSelect
        label={t('companies:filter.field')}
        w={240}
        value={filter.field}
        onChange={(field) => onChange({ field })}
      />
      <Select
        label={t('companies:filter.sort')}
        w={200}
        allowDeselect={false}
        data={registerSorts.map((value) => ({ value, label: t(`companies:sort.${value}`) }))}
        value={filter.sort}
        onChange={(sort) => onChange({ sort: sort as RegisterFilter['sort'] })}
      />
      <fieldset className={classes.ticks}>
        <legend>{t('companies:filter.only')}</legend>
        {(['free', 'failing', 'archived'] as const).map((name) => (
          <Checkbox
            key={name}
            label={t(`companies:filter.${name}`)}
            checked={ticked[name]}
            onChange={(event) => {
              const on = event.currentTarget.checked
              setTicked({ ...ticked, [name]: on })
              onChange({ [name]: on })
            }}
          />
        ))}
      </fieldset>
    </search>
  )
}
