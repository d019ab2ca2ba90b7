import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { FilterMenu } from '#web/grid/FilterMenu.tsx'

interface ProjectFilterProps {
  organisation: string
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** By project. The projects are read when somebody looks for one, or when the address names one. */
export function ProjectFilter({ organisation, chosen, onChange }: ProjectFilterProps) {
  const { t } = useTranslation('mobilities-list')
  const [looked, setLooked] = useState(false)
  const projects = useApi(
    'GET /organisations/:organisation/projects',
    { params: { organisation }, query: { limit: 200 } },
    { enabled: looked || chosen.length > 0 },
  )
  return (
    <FilterMenu
      title={t('mobilities-list:filter.project')}
      options={(projects.data?.items ?? []).map(({ id, code, title, mobilities }) => ({
        value: id,
        label: `${code} ${title}`,
        count: mobilities,
      }))}
      chosen={chosen}
      onChange={onChange}
      onOpen={() => setLooked(true)}
    />
  )
}
