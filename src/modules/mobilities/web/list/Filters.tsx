import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/api/use-me.ts'
import { FilterMenu, type FilterOption } from '#web/grid/FilterMenu.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { DepartureFilter } from './DepartureFilter.tsx'
import { isNarrowed, noFilters, valuesOf, type Filters, type ManyFilter } from './list-state.ts'
import { ProjectFilter } from './ProjectFilter.tsx'
import type { Counts } from './use-counts.ts'
import classes from './list.module.css'

interface FiltersProps {
  organisation: string
  filters: Filters
  counts: Counts | undefined
  set: (change: Record<string, string | null>) => void
}

/** Search and filters of the list; each value says how many mobilities it has. */
export function MobilityFilters({ organisation, filters, counts, set }: FiltersProps) {
  const { t } = useTranslation(['mobilities-list', 'mobilities', 'grid'])
  const format = useFormat()
  const may = useMay()
  const options: Record<'status' | 'country' | 'flow' | 'turn', FilterOption[]> = {
    status: named(counts?.status, (value) => t(`mobilities:status.${value}`, { defaultValue: value })),
    country: named(counts?.country, (value) => format.country(value)),
    flow: named(counts?.flow, (value) => value),
    turn: named(counts?.turn, (value) =>
      value === 'nobody'
        ? t('mobilities-list:filter.nobody')
        : t(`mobilities:partyRole.${value}`, { defaultValue: value }),
    ),
  }
  const change = (name: ManyFilter) => (chosen: string[]) => set({ [name]: chosen.join(',') || null })
  return (
    <div className={classes.filters} role="search">
      <SearchBox
        label={t('mobilities-list:search.label')}
        placeholder={t('mobilities-list:search.placeholder')}
        asked={filters.q ?? ''}
        onAsk={(text) => set({ q: text || null })}
        className={classes.search}
      />
      {(['status', 'country', 'flow', 'turn'] as const).map((name) => (
        <FilterMenu
          key={name}
          title={t(`mobilities-list:filter.${name}`)}
          options={options[name]}
          chosen={valuesOf(filters, name)}
          onChange={change(name)}
        />
      ))}
      <FilterMenu
        title={t('mobilities-list:filter.partner')}
        options={named(counts?.partner, (value) => value)}
        chosen={filters.partner ? [filters.partner] : []}
        onChange={(chosen) => set({ partner: chosen.at(-1) ?? null })}
      />
      {may('projects.read') && (
        <ProjectFilter
          organisation={organisation}
          chosen={valuesOf(filters, 'project')}
          onChange={change('project')}
        />
      )}
      <DepartureFilter
        from={filters.departureFrom ?? null}
        to={filters.departureTo ?? null}
        onChange={({ from, to }) => set({ departureFrom: from, departureTo: to })}
      />
      <Button
        variant={filters.late ? 'light' : 'default'}
        aria-pressed={Boolean(filters.late)}
        onClick={() => set({ late: filters.late ? null : 'yes' })}
      >
        {t('mobilities-list:filter.late')}
      </Button>
      {isNarrowed(filters) && (
        <Button variant="subtle" onClick={() => set(noFilters())}>
          {t('mobilities-list:filter.clear')}
        </Button>
      )}
    </div>
  )
}

function named(
  values: readonly { value: string; label: string | null; count: number }[] | undefined,
  words: (value: string) => string,
): FilterOption[] {
  return (values ?? []).map(({ value, label, count }) => ({ value, label: label ?? words(value), count }))
}
