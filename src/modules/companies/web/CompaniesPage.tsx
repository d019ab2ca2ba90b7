import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { useOwnCountry } from '#modules/organisations/web/use-own-country.ts'
import { paths } from '#web/paths.ts'
import { AddCompanyDialog } from './AddCompanyDialog.tsx'
import { ChecksDialog } from './ChecksDialog.tsx'
import { CompanyTable, type CompanyItem } from './CompanyTable.tsx'
import { RegisterFilters } from './RegisterFilters.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { isNarrowed, queryOf, useRegister } from './use-register.ts'

/** The register of companies: who offers what, and what has to be checked before anybody works there. */
export default function CompaniesPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('companies')
  const format = useFormat()
  const may = useMay()
  const country = useOwnCountry(organisation)
  const [filter, change] = useRegister()
  const [q] = useDebouncedValue(filter.q, 200)
  const [open, setOpen] = useState<'add' | 'checks' | null>(null)
  const [selected, setSelected] = useState<ReadonlyMap<string, CompanyItem>>(new Map())
  const companies = usePages('GET /organisations/:organisation/companies', {
    params: { organisation },
    query: queryOf({ ...filter, q }),
  })
  const empty = !companies.loading && !companies.problem && companies.rows.length === 0
  const whyNot = may('partners.manage') ? null : t('companies:coordinatorsOnly')
  const select = (rows: readonly CompanyItem[], on: boolean): void =>
    setSelected((before) => {
      const next = new Map(before)
      for (const row of rows) {
        if (on) next.set(row.id, row)
        else next.delete(row.id)
      }
      return next
    })
  const add = (
    <ReasonButton whyNot={whyNot} onClick={() => setOpen('add')}>
      {t('companies:add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader
        title={t('companies:title')}
        description={t('companies:text')}
        actions={
          <>
            <Button component={Link} to={paths.availability(organisation)} variant="default">
              {t('companies:toAsked')}
            </Button>
            <Button component={Link} to={paths.companyList(organisation)} variant="default">
              {t('companies:toImport')}
            </Button>
            <ReasonButton variant="default" whyNot={whyNot} onClick={() => setOpen('checks')}>
              {t('companies:ourChecks')}
            </ReasonButton>
            <Button component={Link} to={paths.matchPlans(organisation)} variant="default">
              {t('companies:toMatching')}
            </Button>
            {add}
          </>
        }
      />
      <RegisterFilters organisation={organisation} filter={filter} onChange={change} />
      {companies.loading && <SkeletonRows />}
      <ProblemNote problem={companies.problem} retry={companies.retry} />
      <div role="status" className={classes.quiet}>
        {empty && isNarrowed(filter) && t('companies:nothingFound')}
        {companies.total !== undefined &&
          companies.total > 0 &&
          t('companies:found', { count: companies.total, number: format.number(companies.total) })}
      </div>
      {empty && !isNarrowed(filter) && (
        <EmptyState title={t('companies:emptyTitle')} text={t('companies:emptyText')} action={add} />
      )}
      {companies.rows.length > 0 && (
        <CompanyTable
          companies={companies.rows}
          organisation={organisation}
          selected={selected}
          onSelect={select}
        />
      )}
      <MoreRows pages={companies} />
      {selected.size > 0 && (
        <SelectionBar
          organisation={organisation}
          companies={[...selected.values()]}
          archived={filter.archived}
          whyNot={whyNot}
          onClear={() => setSelected(new Map())}
        />
      )}
      {open === 'add' && country !== undefined && (
        <AddCompanyDialog organisation={organisation} country={country} onClose={() => setOpen(null)} />
      )}
      {open === 'checks' && <ChecksDialog organisation={organisation} onClose={() => setOpen(null)} />}
    </>
  )
}
