import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { flowStates, type FlowFilter } from './flow-filter.ts'
import { ProjectSelect } from './ProjectSelect.tsx'

interface FlowFiltersProps {
  organisation: string
  filter: FlowFilter
  onChange: (change: Partial<FlowFilter>) => void
}

/** Search, project, country, and whether coming, past or archived flows are meant. */
export function FlowFilters({ organisation, filter, onChange }: FlowFiltersProps) {
  const { t } = useTranslation('flows')
  return (
    <search className={classes.filters}>
      <SearchBox
        className={classes.search}
        label={t('flows:search')}
        placeholder={t('flows:searchExample')}
        asked={filter.q}
        onAsk={(q) => onChange({ q })}
      />
      <ProjectSelect
        organisation={organisation}
        label={t('flows:field.project')}
        value={filter.project}
        onChange={(project) => onChange({ project })}
      />
      <CountrySelect
        label={t('flows:field.country')}
        value={filter.country}
        onChange={(country) => onChange({ country })}
      />
      <NativeSelect
        label={t('flows:show')}
        data={flowStates.map((state) => ({ value: state, label: t(`flows:state.${state}`) }))}
        value={filter.state}
        onChange={(event) =>
          onChange({ state: flowStates.find((state) => state === event.currentTarget.value) ?? 'coming' })
        }
      />
    </search>
  )
}
