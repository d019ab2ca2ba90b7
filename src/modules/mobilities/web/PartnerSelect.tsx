import { Loader, Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import type { PartnershipKind } from '#modules/organisations/partner-kinds.rules.ts'
import { useFormat } from '#web/i18n/formatters.ts'

interface PartnerSelectProps extends SelectProps {
  organisation: string
  /** The partner chosen now, so that its name is there before anything is searched. */
  known?: { id: string; name: string } | null
  /** Only those that work with the organisation as this. */
  kind?: PartnershipKind
}

/** One of the organisation's partners, found by typing a part of the name. */
export function PartnerSelect({ organisation, known, kind, ...props }: PartnerSelectProps) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  const q = asked === known?.name ? '' : asked
  const found = useApi('GET /organisations/:organisation/partners', {
    params: { organisation },
    query: { limit: 20, ...(q ? { q } : {}), ...(kind ? { kind: [kind] } : {}) },
  })
  const options = (found.data?.items ?? []).map((partner) => ({
    value: partner.id,
    label: [partner.name, partner.town, partner.country && format.country(partner.country)]
      .filter(Boolean)
      .join(' · '),
  }))
  const data =
    known && !options.some((option) => option.value === known.id)
      ? [{ value: known.id, label: known.name }, ...options]
      : options
  return (
    <Select
      data={data}
      searchable
      clearable
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('record:nothingFound')}
      rightSection={found.isFetching ? <Loader size={14} /> : undefined}
      {...props}
    />
  )
}
