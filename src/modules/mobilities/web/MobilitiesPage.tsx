import { Button } from '@mantine/core'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay, useMembership } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { ColumnsMenu } from '#web/grid/ColumnsMenu.tsx'
import { Grid } from '#web/grid/Grid.tsx'
import { useGridKeys } from '#web/grid/use-grid-keys.ts'
import { usualLayout, withWidth } from '#web/grid/grid-layout.ts'
import { countChosen } from '#web/grid/grid-types.ts'
import { useGridLayout } from '#web/grid/use-grid-layout.ts'
import { useSelection } from '#web/grid/use-selection.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { paths } from '#web/paths.ts'
import { BulkBar } from './bulk/BulkBar.tsx'
import { useColumns, usualColumns, type Row } from './list/columns.tsx'
import { ExportMenu } from './list/ExportMenu.tsx'
import { MobilityFilters } from './list/Filters.tsx'
import { isNarrowed, noFilters, stateOf, valuesOf, viewState } from './list/list-state.ts'
import { NothingHere } from './list/NothingHere.tsx'
import { StatusTabs } from './list/StatusTabs.tsx'
import { useCounts } from './list/use-counts.ts'
import { ViewsMenu } from './list/ViewsMenu.tsx'
import type { MobilityRecord } from './use-mobility.ts'
import classes from './list/list.module.css'

const SidePanel = lazy(() => import('./list/SidePanel.tsx'))
const NewMobilityDialog = lazy(() => import('./list/NewMobilityDialog.tsx'))

interface MobilitiesPageProps {
  /** What a record shows beside the list. */
  sections: (record: MobilityRecord, organisation: string) => ReactNode
}

/** All mobilities of the organisation in one grid: found, sorted, chosen, changed, each opened beside the list. */
export function MobilitiesPage({ sections }: MobilitiesPageProps) {
  const { organisation = '' } = useParams()
  const { t } = useTranslation(['mobilities-list', 'web'])
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const hosting = useMembership()?.organisation.kind === 'hosting'
  const [get, set] = useAddress()
  const [adding, setAdding] = useState(false)
  const { filters, sort, columns: wanted } = stateOf(get)
  const columns = useColumns(organisation, hosting)
  // A host's list has other columns than a sender's.
  const [layout, setLayout] = useGridLayout(hosting ? 'mobilities-host' : 'mobilities')
  // A view's or link's own columns come before the remembered ones, and leave those as they are.
  const asked = (wanted ?? layout.shown ?? usualColumns).join(',')
  const shown = useMemo(
    () => columns.filter(({ id, fixed }) => fixed || asked.split(',').includes(id)),
    [columns, asked],
  )
  const pages = usePages('GET /organisations/:organisation/mobilities', {
    params: { organisation },
    query: { ...filters, sort, limit: 100 },
  })
  const counts = useCounts(organisation, filters)
  const total = counts?.total ?? pages.rows.length
  const selection = useSelection(pages.rows, JSON.stringify(filters))
  const opened = get('open')
  const [walked, setWalked] = useState(-1)
  const openedAt = pages.rows.findIndex(({ id }) => id === opened)
  const current = openedAt >= 0 ? openedAt : walked
  const show = (index: number): void => {
    setWalked(index)
    set({ open: pages.rows[index]?.id ?? null })
  }
  useGridKeys({
    count: pages.rows.length,
    current,
    move: (to) => (opened ? show(to) : setWalked(to)),
    // The first Enter shows the record beside the list, the next one opens its page.
    open: (index) =>
      opened ? void navigate(paths.mobility(organisation, pages.rows[index]?.id ?? '')) : show(index),
    toggle: selection.toggle,
    close: () => {
      if (opened) set({ open: null })
      else if (countChosen(selection.chosen, total) > 0) selection.clear()
      else return false
      return true
    },
    search: () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus(),
  })
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('mobilities-list:title')}
        actions={
          <>
            {may('imports.use') && (
              <Button component={Link} to={paths.imports(organisation)} variant="default">
                {t('mobilities-list:import')}
              </Button>
            )}
            {!hosting && (
              <ReasonButton
                whyNot={may('mobilities.edit') ? null : t('mobilities-list:coordinatorsOnly')}
                onClick={() => setAdding(true)}
              >
                {t('mobilities-list:add')}
              </ReasonButton>
            )}
          </>
        }
      />
      <MobilityFilters organisation={organisation} filters={filters} counts={counts} set={set} />
      <StatusTabs
        counts={counts}
        chosen={valuesOf(filters, 'status')}
        onChange={(status) => set({ status })}
      />
      <div className={classes.head}>
        <ViewsMenu organisation={organisation} get={get} set={set} state={viewState(get, layout.shown)} />
        <span className={classes.total} role="status">
          {counts && t('mobilities-list:total', { count: total, number: format.number(total) })}
        </span>
        <ColumnsMenu
          columns={columns}
          shown={asked.split(',')}
          onChange={(ids) =>
            wanted ? set({ columns: ids.join(',') || 'name' }) : setLayout({ ...layout, shown: ids })
          }
          compact={layout.compact}
          onCompact={(compact) => setLayout({ ...layout, compact })}
          onReset={() => {
            setLayout(usualLayout)
            set({ columns: null })
          }}
        />
        <ExportMenu organisation={organisation} filters={filters} />
      </div>
      <ProblemNote problem={pages.problem} retry={pages.retry} />
      <div className={classes.body}>
        <div className={classes.main}>
          <Grid<Row>
            label={t('mobilities-list:title')}
            pages={pages}
            total={total}
            columns={shown}
            nameOf={(row) => row.participant.name}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            selection={selection}
            current={current}
            onOpen={show}
            layout={layout}
            onWidth={(id, width) => setLayout(withWidth(layout, id, width))}
            empty={
              !pages.problem && (
                <NothingHere
                  organisation={organisation}
                  narrowed={isNarrowed(filters)}
                  hosting={hosting}
                  onClear={() => set(noFilters())}
                  onAdd={() => setAdding(true)}
                />
              )
            }
          />
          <BulkBar
            organisation={organisation}
            selection={selection}
            total={total}
            filters={filters}
            hosting={hosting}
          />
        </div>
        {opened && (
          <Suspense>
            <SidePanel
              organisation={organisation}
              mobility={opened}
              onClose={() => set({ open: null })}
              sections={(record) => sections(record, organisation)}
            />
          </Suspense>
        )}
      </div>
      {adding && (
        <Suspense>
          <NewMobilityDialog
            organisation={organisation}
            flow={valuesOf(filters, 'flow')[0] ?? null}
            onClose={() => setAdding(false)}
            onAdded={(id) => set({ open: id })}
          />
        </Suspense>
      )}
    </div>
  )
}
