import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { AddPartnerDialog } from '#modules/organisations/web/AddPartnerDialog.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { paths } from '#web/paths.ts'
import { CompanyTable } from './CompanyTable.tsx'

/** The register of companies: who offers what, and what has to be checked before anybody works there. */
export default function CompaniesPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('companies')
  const may = useMay()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 200)
  const [adding, setAdding] = useState(false)
  const companies = usePages('GET /organisations/:organisation/companies', {
    params: { organisation },
    query: asked.trim() ? { q: asked.trim() } : {},
  })
  const empty = !companies.loading && !companies.problem && companies.rows.length === 0
  const add = (
    <ReasonButton
      whyNot={may('partners.manage') ? null : t('companies:coordinatorsOnly')}
      onClick={() => setAdding(true)}
    >
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
            <Button component={Link} to={paths.matchPlans(organisation)} variant="default">
              {t('companies:toMatching')}
            </Button>
            {add}
          </>
        }
      />
      <search className={classes.filters}>
        <TextInput
          type="search"
          label={t('companies:search')}
          className={classes.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </search>
      {companies.loading && <SkeletonRows />}
      <ProblemNote problem={companies.problem} retry={companies.retry} />
      <div role="status" className={classes.quiet}>
        {empty && asked.trim() && t('companies:nothingFound')}
      </div>
      {empty && !asked.trim() && (
        <EmptyState title={t('companies:emptyTitle')} text={t('companies:emptyText')} action={add} />
      )}
      {companies.rows.length > 0 && <CompanyTable companies={companies.rows} organisation={organisation} />}
      <MoreRows pages={companies} />
      {adding && (
        <AddPartnerDialog organisation={organisation} kind="company" onClose={() => setAdding(false)} />
      )}
    </>
  )
}
