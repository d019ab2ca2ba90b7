import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PartnerSelect } from '#modules/mobilities/web/PartnerSelect.tsx'
import lists from '#modules/organisations/web/organisations.module.css'
import classes from './placements.module.css'

interface PlacementFiltersProps {
  organisation: string
  get: (name: string) => string
  set: (change: Record<string, string | null>) => void
  total: number
}

/** Narrows the list by words, flow and company; the address keeps it. */
export function PlacementFilters({ organisation, get, set, total }: PlacementFiltersProps) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const [text, setText] = useState(get('q'))
  const [asked] = useDebouncedValue(text, 250)
  useEffect(() => {
    set({ q: asked.trim() || null })
  }, [asked, set])
  const flows = useApi('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: { limit: 100, archived: 'false', sort: '-departure' },
  }).data?.items
  return (
    <search className={lists.filters} style={{ marginBlockEnd: 0 }}>
      <TextInput
        type="search"
        label={t('placements:search')}
        className={lists.search}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t('placements:flow')}
        data={(flows ?? []).map((flow) => ({
          value: flow.id,
          label: [flow.name, flow.startDate && format.date(flow.startDate)].filter(Boolean).join(' · '),
        }))}
        value={get('flow') || null}
        searchable
        clearable
        onChange={(flow) => set({ flow })}
      />
      <PartnerSelect
        organisation={organisation}
        label={t('placements:company')}
        value={get('company') || null}
        onChange={(company) => set({ company })}
      />
      {get('plan') && (
        <Button variant="light" onClick={() => set({ plan: null })}>
          {t('placements:ofPlan')}
        </Button>
      )}
      <span className={classes.quiet} role="status" style={{ paddingBlockEnd: 8 }}>
        {t('placements:total', { count: total, number: format.number(total) })}
      </span>
    </search>
  )
}
