import { Loader, Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'

interface FlowSelectProps extends SelectProps {
  organisation: string
  /** Only flows of this project. */
  project?: string
}

/** One of the organisation's own flows, found by a part of the name or town. */
export function FlowSelect({ organisation, project, ...props }: FlowSelectProps) {
  const { t } = useTranslation('flows')
  const format = useFormat()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  const search = (asked.split(' · ')[0] ?? '').trim()
  const found = useApi('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: {
      limit: 30,
      archived: 'false',
      sort: '-departure',
      ...(project ? { project } : {}),
      ...(search ? { search } : {}),
    },
  })
  const data = (found.data?.items ?? [])
    .filter(({ own }) => own)
    .map((flow) => ({
      value: flow.id,
      label: [flow.name, flow.startDate && format.date(flow.startDate)].filter(Boolean).join(' · '),
    }))
  return (
    <Select
      data={data}
      searchable
      clearable
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('flows:nothingFound')}
      rightSection={found.isFetching ? <Loader size={14} /> : undefined}
      {...props}
    />
  )
}
