import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { AddPartnerDialog } from './AddPartnerDialog.tsx'
import { MoreRows } from './MoreRows.tsx'
import { PartnerFilters } from './PartnerFilters.tsx'
import { PartnerTable } from './PartnerTable.tsx'
import { queryOf, usePartnerFilter } from './use-partner-filter.ts'
import classes from './organisations.module.css'

/** Whom the organisation works with: hosts, companies, senders, schools. */
export default function PartnersPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('organisations')
  const may = useMay()
  const [filter, setFilter] = usePartnerFilter()
  const [adding, setAdding] = useState(false)
  const partners = usePages('GET /organisations/:organisation/partners', {
    params: { organisation },
    query: queryOf(filter),
  })
  const filtered = filter.q !== '' || filter.country !== null || filter.kind !== null || filter.archived
  const whyNot = may('partners.manage') ? null : t('organisations:partners.coordinatorsOnly')
  const add = (
    <ReasonButton whyNot={whyNot} onClick={() => setAdding(true)}>
      {t('organisations:partners.add')}
    </ReasonButton>
  )
  const empty = !partners.loading && !partners.problem && partners.rows.length === 0
  return (
    <>
      <PageHeader
        title={t('organisations:partners.title')}
        description={t('organisations:partners.text')}
        actions={add}
      />
      <PartnerFilters filter={filter} onChange={setFilter} />
      {partners.loading && <SkeletonRows />}
      <ProblemNote problem={partners.problem} retry={partners.retry} />
      <div role="status" className={classes.quiet}>
        {empty && filtered && t('organisations:partners.nothingFound')}
      </div>
      {empty && filtered && (
        <Button
          variant="default"
          onClick={() => setFilter({ q: '', country: null, kind: null, archived: false })}
        >
          {t('organisations:partners.clear')}
        </Button>
      )}
      {empty && !filtered && (
        <EmptyState
          title={t('organisations:partners.emptyTitle')}
          text={t('organisations:partners.emptyText')}
          action={add}
        />
      )}
      {partners.rows.length > 0 && <PartnerTable partners={partners.rows} organisation={organisation} />}
      <MoreRows pages={partners} />
      {adding && <AddPartnerDialog organisation={organisation} onClose={() => setAdding(false)} />}
    </>
  )
}
