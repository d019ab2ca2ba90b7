import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { nothingChosen } from '#web/grid/grid-types.ts'
import { useSelection } from '#web/grid/use-selection.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { groupNames } from '../placement-steps.rules.ts'
import { DropOutButton } from './DropOutButton.tsx'
import { PlacementBulk } from './PlacementBulk.tsx'
import { PlacementFilters } from './PlacementFilters.tsx'
import { PlacementTable } from './PlacementTable.tsx'
import { StepTabs } from './StepTabs.tsx'
import { usePanelKeys } from './use-panel-keys.ts'
import classes from './placements.module.css'

const PlacementDetail = lazy(() => import('./PlacementDetail.tsx'))
const RulesDialog = lazy(() => import('./RulesDialog.tsx'))

/** Who works where and how far it has come: by step, with what can be done to many at once. */
export default function StaffPlacements({ organisation }: { organisation: string }) {
  const { t } = useTranslation('placements')
  const may = useMay()
  const [get, set] = useAddress()
  const [dialog, setDialog] = useState<'rules' | null>(null)
  const group = groupNames.find((one) => one === get('group'))
  const narrowed = {
    ...(get('flow') ? { flow: get('flow') } : {}),
    ...(get('plan') ? { plan: get('plan') } : {}),
    ...(get('company') ? { company: get('company') } : {}),
    ...(get('q') ? { q: get('q') } : {}),
  }
  const filters = { ...narrowed, ...(group ? { group } : {}) }
  const pages = usePages('GET /organisations/:organisation/placements', {
    params: { organisation },
    query: filters,
  })
  const counts = useApi('GET /organisations/:organisation/placements/counts', {
    params: { organisation },
    query: narrowed,
  }).data
  const total = counts
    ? (group ? [group] : groupNames).reduce((sum, name) => sum + (counts[name] ?? 0), 0)
    : pages.rows.length
  const selection = useSelection(pages.rows, JSON.stringify(filters))
  const opened = get('placement')
  usePanelKeys(pages.rows, opened, (id) => set({ placement: id }))
  const edits = may('mobilities.edit')
  const narrow = Object.keys(narrowed).length > 0
  const empty = !pages.loading && !pages.problem && pages.rows.length === 0
  return (
    <>
      <PageHeader
        title={t('placements:title')}
        description={t('placements:text')}
        actions={
          <>
            <Button variant="default" onClick={() => setDialog('rules')}>
              {t('placements:rules.title')}
            </Button>
            <DropOutButton organisation={organisation} />
          </>
        }
      />
      <div className={classes.body}>
        <div className={classes.main}>
          <StepTabs
            counts={counts}
            chosen={group}
            onChange={(name) => set({ group: name, placement: null })}
          />
          <PlacementFilters organisation={organisation} get={get} set={set} total={total} />
          {edits && (
            <PlacementBulk
              organisation={organisation}
              selection={selection}
              rows={pages.rows}
              total={total}
              filters={filters}
              // A plan that was applied leads here to ask all its companies at once.
              asked={get('do') === 'send' && counts ? 'send' : null}
              onAsked={() => set({ do: null })}
            />
          )}
          {pages.loading && <SkeletonRows rows={10} />}
          <ProblemNote problem={pages.problem} retry={pages.retry} />
          {empty && (narrow || group) && (
            <p role="status" className={classes.quiet}>
              {t('placements:nothingFound')}
            </p>
          )}
          {empty && !narrow && !group && (
            <EmptyState title={t('placements:emptyTitle')} text={t('placements:emptyText')} />
          )}
          {pages.rows.length > 0 && (
            <PlacementTable
              rows={pages.rows}
              opened={opened}
              selection={edits ? selection : null}
              updating={pages.updating}
              onAll={(on) =>
                selection.set(
                  on ? { kind: 'some', ids: new Set(pages.rows.map(({ id }) => id)) } : nothingChosen,
                )
              }
              onOpen={(id) => set({ placement: id })}
            />
          )}
          <MoreRows pages={pages} />
        </div>
        {opened && (
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <PlacementDetail
              organisation={organisation}
              id={opened}
              onClose={() => set({ placement: null })}
            />
          </Suspense>
        )}
      </div>
      <Suspense>
        {dialog === 'rules' && (
          <RulesDialog organisation={organisation} mayEdit={edits} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </>
  )
}
