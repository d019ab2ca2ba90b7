import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { useOwnCountry } from '#modules/organisations/web/use-own-country.ts'
import { housingKinds, vettingStandings } from '../vetting.rules.ts'
import { HousingDialog } from './HousingDialog.tsx'
import { HousingTable } from './HousingTable.tsx'
import { StaysTabs } from './StaysTabs.tsx'

/** The register of housing: what there is, what it costs, and whose vetting has to be renewed. */
export default function HousingsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('stays')
  const may = useMay()
  const country = useOwnCountry(organisation)
  const [address, setAddress] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const asked = {
    q: address.get('q') ?? '',
    kind: housingKinds.find((one) => one === address.get('kind')),
    vetting: vettingStandings.find((one) => one === address.get('vetting')),
    archived: address.get('archived') === 'true' ? ('true' as const) : ('false' as const),
  }
  const turn = (name: string, value: string | null): void =>
    setAddress(
      (now) => {
        const next = new URLSearchParams(now)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const housings = usePages('GET /organisations/:organisation/housings', {
    params: { organisation },
    query: {
      ...(asked.q ? { q: asked.q } : {}),
      ...(asked.kind ? { kind: asked.kind } : {}),
      ...(asked.vetting ? { vetting: asked.vetting } : {}),
      archived: asked.archived,
    },
  })
  const filtered = Boolean(asked.q || asked.kind || asked.vetting || asked.archived === 'true')
  const empty = !housings.loading && !housings.problem && housings.rows.length === 0
  const add = (
    <ReasonButton
      whyNot={may('mobilities.edit') ? null : t('stays:coordinatorsOnly')}
      onClick={() => setAdding(true)}
    >
      {t('stays:add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader title={t('stays:title')} description={t('stays:text')} actions={add} />
      <StaysTabs organisation={organisation} />
      <search className={tables.filters}>
        <SearchBox
          label={t('stays:search')}
          placeholder={t('stays:searchExample')}
          asked={asked.q}
          className={tables.search}
          onAsk={(text) => turn('q', text.trim())}
        />
        <Select
          label={t('stays:field.kind')}
          placeholder={t('stays:all')}
          clearable
          data={housingKinds.map((value) => ({ value, label: t(`stays:kind.${value}`) }))}
          value={asked.kind ?? null}
          onChange={(value) => turn('kind', value)}
        />
        <Select
          label={t('stays:vetting.title')}
          placeholder={t('stays:all')}
          clearable
          data={vettingStandings.map((value) => ({ value, label: t(`stays:vetting.${value}`) }))}
          value={asked.vetting ?? null}
          onChange={(value) => turn('vetting', value)}
        />
        <Select
          label={t('stays:inUse')}
          allowDeselect={false}
          data={['false', 'true'].map((value) => ({ value, label: t(`stays:archived.${value}`) }))}
          value={asked.archived}
          onChange={(value) => turn('archived', value === 'true' ? value : null)}
        />
      </search>
      {housings.loading && <SkeletonRows />}
      <ProblemNote problem={housings.problem} retry={housings.retry} />
      <div role="status" className={tables.quiet}>
        {empty && filtered && t('stays:nothingFound')}
      </div>
      {empty && !filtered && (
        <EmptyState title={t('stays:emptyTitle')} text={t('stays:emptyText')} action={add} />
      )}
      {housings.rows.length > 0 && <HousingTable housings={housings.rows} organisation={organisation} />}
      <MoreRows pages={housings} />
      {adding && country !== undefined && (
        <HousingDialog
          organisation={organisation}
          housing={null}
          country={country}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
