import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { paths } from '#web/paths.ts'
import { AddPersonDialog } from './AddPersonDialog.tsx'
import { PeopleFilters } from './PeopleFilters.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { filterOf, isFiltered, queryOf } from './people-filter.ts'

/** Everybody whose file the organisation keeps: learners, staff, guardians. */
export default function PeoplePage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('people')
  const may = useMay()
  const [address, setAddress] = useAddress()
  const [adding, setAdding] = useState(false)
  const filter = filterOf(address)
  const people = usePages('GET /organisations/:organisation/people', {
    params: { organisation },
    query: queryOf(filter),
  })
  const filtered = isFiltered(filter)
  const empty = !people.loading && !people.problem && people.rows.length === 0
  const add = (
    <ReasonButton
      whyNot={may('people.edit') ? null : t('people:coordinatorsOnly')}
      onClick={() => setAdding(true)}
    >
      {t('people:add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader title={t('people:title')} description={t('people:text')} actions={add} />
      <PeopleFilters filter={filter} onChange={(change) => setAddress({ ...change })} />
      {people.loading && <SkeletonRows />}
      <ProblemNote problem={people.problem} retry={people.retry} />
      <div role="status" className={classes.quiet}>
        {empty && filtered && t('people:nothingFound')}
      </div>
      {empty && filtered && (
        <Button variant="default" onClick={() => setAddress({ q: null, kind: null, who: null })}>
          {t('people:clear')}
        </Button>
      )}
      {empty && !filtered && (
        <EmptyState
          title={t('people:emptyTitle')}
          text={t('people:emptyText')}
          action={
            <>
              {add}{' '}
              {may('imports.use') && (
                <Button component={Link} variant="default" to={paths.imports(organisation)}>
                  {t('people:import')}
                </Button>
              )}
            </>
          }
        />
      )}
      {people.rows.length > 0 && <PeopleTable people={people.rows} organisation={organisation} />}
      <MoreRows pages={people} />
      {adding && <AddPersonDialog organisation={organisation} onClose={() => setAdding(false)} />}
    </>
  )
}
