import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'

interface ProjectSelectProps extends SelectProps {
  organisation: string
  /** The project chosen now, so that its name is there before anything is searched. */
  known?: { id: string; code: string; title: string } | null
}

const labelOf = ({ title, code }: { title: string; code: string }): string => `${title} · ${code}`

/** One of the organisation's projects at work, found by a part of the title or code. */
export function ProjectSelect({ organisation, known, ...props }: ProjectSelectProps) {
  const { t } = useTranslation('flows')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  const found = useApi('GET /organisations/:organisation/projects', {
    params: { organisation },
    query: { limit: 50, archived: 'false' },
  })
  const items = found.data?.items ?? []
  const chosen = items.some((item) => labelOf(item) === asked) || (known && labelOf(known) === asked)
  const searched = useApi(
    'GET /organisations/:organisation/projects',
    { params: { organisation }, query: { limit: 20, archived: 'false', search: asked } },
    { enabled: Boolean(found.data?.next) && asked !== '' && !chosen },
  )
  const options = new Map(
    [...(known ? [known] : []), ...items, ...(searched.data?.items ?? [])].map((item) => [
      item.id,
      labelOf(item),
    ]),
  )
  return (
    <Select
      data={[...options].map(([value, label]) => ({ value, label }))}
      searchable
      clearable
      onSearchChange={setText}
      nothingFoundMessage={t('flows:noProject')}
      {...props}
    />
  )
}
