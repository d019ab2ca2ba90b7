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
import { AddFlowDialog } from './AddFlowDialog.tsx'
import { filterOf, isFiltered, queryOf } from './flow-filter.ts'
import { FlowFilters } from './FlowFilters.tsx'
import { FlowTable } from './FlowTable.tsx'

/** Groups that travel together: where, when, how full; the next departure first. */
export default function FlowsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('flows')
  const may = useMay()
  const [address, setAddress] = useAddress()
  const [adding, setAdding] = useState(false)
  const filter = filterOf(address)
  const flows = usePages('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: queryOf(filter),
  })
  const filtered = isFiltered(filter)
  const empty = !flows.loading && !flows.problem && flows.rows.length === 0
  const add = (
    <ReasonButton
      whyNot={may('flows.edit') ? null : t('flows:coordinatorsOnly')}
      onClick={() => setAdding(true)}
    >
      {t('flows:add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader title={t('flows:title')} description={t('flows:text')} actions={add} />
      <FlowFilters
        organisation={organisation}
        filter={filter}
        onChange={(change) => setAddress({ ...change })}
      />
      {flows.loading && <SkeletonRows />}
      <ProblemNote problem={flows.problem} retry={flows.retry} />
      <div role="status" className={classes.quiet}>
        {empty && filtered && t('flows:nothingFound')}
      </div>
      {empty && filtered && (
        <Button
          variant="default"
          onClick={() => setAddress({ q: null, project: null, country: null, state: 'all' })}
        >
          {t('flows:clear')}
        </Button>
      )}
      {empty && !filtered && (
        <EmptyState
          title={t('flows:emptyTitle')}
          text={t('flows:emptyText')}
          action={add}
          example={
            <>
              {t('flows:emptyExample')}{' '}
              <Link to={`${paths.flows(organisation)}?state=all`}>{t('flows:showPast')}</Link>
            </>
          }
        />
      )}
      {flows.rows.length > 0 && <FlowTable flows={flows.rows} organisation={organisation} />}
      <MoreRows pages={flows} />
      {adding && (
        <AddFlowDialog
          organisation={organisation}
          project={filter.project}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
