import { Loader, Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'

interface PersonSelectProps extends SelectProps {
  organisation: string
  /** A person who is not meant. */
  except?: string
}

/** One of the people whose files are here, found by a part of the name, e-mail address or number. */
export function PersonSelect({ organisation, except, ...props }: PersonSelectProps) {
  const { t } = useTranslation('people')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  // A chosen label carries more than the name; searching for the name keeps the person among the options.
  const search = (asked.split(' · ')[0] ?? '').trim()
  const found = useApi('GET /organisations/:organisation/people', {
    params: { organisation },
    query: { limit: 20, ...(search ? { search } : {}) },
  })
  const data = (found.data?.items ?? [])
    .filter(({ id }) => id !== except)
    .map((person) => ({
      value: person.id,
      label: [`${person.givenName} ${person.familyName}`.trim(), person.email ?? person.phone]
        .filter(Boolean)
        .join(' · '),
    }))
  return (
    <Select
      data={data}
      searchable
      clearable
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('people:nothingFound')}
      rightSection={found.isFetching ? <Loader size={14} /> : undefined}
      {...props}
    />
  )
}
