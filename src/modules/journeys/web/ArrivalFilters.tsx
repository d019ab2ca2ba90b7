import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { directions, type Direction } from '../travel-means.rules.ts'
import type { ArrivalsQuery } from './use-arrivals-query.ts'
import classes from './journeys.module.css'

interface ArrivalFiltersProps {
  query: ArrivalsQuery
  change: (next: Partial<ArrivalsQuery>) => void
  /** Only way and days, for boards. */
  short?: boolean
  organisation?: string
  /** Towns that are in the list. */
  towns?: readonly string[]
}

/** Way, days, name, and who needs a look. */
export function ArrivalFilters({ query, change, short, organisation = '', towns = [] }: ArrivalFiltersProps) {
  const { t } = useTranslation('journeys')
  const may = useMay()
  const flows = useApi(
    'GET /organisations/:organisation/flows',
    { params: { organisation }, query: { over: 'false', limit: 200 } },
    { enabled: !short && may('projects.read') },
  )
  const [text, setText] = useState(query.q)
  const search = useDebouncedCallback((q: string) => change({ q }), 250)
  return (
    <search className={classes.filters}>
      <SegmentedControl
        aria-label={t('journeys:direction.title')}
        data={directions.map((value) => ({ value, label: t(`journeys:list.${value}`) }))}
        value={query.direction}
        onChange={(value) => change({ direction: value as Direction })}
      />
      <TextInput
        type="date"
        label={t('journeys:list.from')}
        value={query.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('journeys:list.to')}
        min={query.from}
        value={query.to}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      {!short && (
        <>
          <TextInput
            type="search"
            className={classes.search}
            label={t('journeys:list.search')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              search(event.currentTarget.value)
            }}
          />
          {flows.data && (
            <Select
              label={t('journeys:column.flow')}
              clearable
              searchable
              data={flows.data.items.map(({ id, name }) => ({ value: id, label: name }))}
              value={query.flow || null}
              onChange={(flow) => change({ flow: flow ?? '' })}
            />
          )}
          {(towns.length > 1 || query.town !== '') && (
            <Select
              label={t('journeys:column.place')}
              clearable
              data={[...new Set([...towns, ...(query.town ? [query.town] : [])])]}
              value={query.town || null}
              onChange={(town) => change({ town: town ?? '' })}
            />
          )}
          {query.direction === 'out' && (
            <Checkbox
              label={t('journeys:list.late')}
              checked={query.late}
              onChange={(event) => change({ late: event.currentTarget.checked })}
            />
          )}
          <Checkbox
            label={t('journeys:list.waiting')}
            checked={query.waiting}
            onChange={(event) => change({ waiting: event.currentTarget.checked })}
          />
        </>
      )}
    </search>
  )
}
