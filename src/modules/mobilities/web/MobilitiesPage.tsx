import { Button } from '@mantine/core'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay, useMembership } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { ColumnsMenu } from '#web/grid/ColumnsMenu.tsx'
import { Grid } from '#web/grid/Grid.tsx'
import { useGridKeys } from '#web/grid/use-grid-keys.ts'
import { countChosen } from '#web/grid/grid-types.ts'
import { useSelection } from '#web/grid/use-selection.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { paths } from '#web/paths.ts'
import { BulkBar } from './bulk/BulkBar.tsx'
import { useColumns, usualColumns, type Row } from './list/columns.tsx'
import { ExportMenu } from './list/ExportMenu.tsx'
import { MobilityFilters } from './list/Filters.tsx'
import { isNarrowed, noFilters, stateOf, valuesOf } from './list/list-state.ts'
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
  const shown = columns.filter(({ id, fixed }) => fixed || (wanted ?? usualColumns).includes(id))
  const pages = usePages('GET /organisations/:organisation/mobilities', {
    params: { organisation },
    query: { ...filters, sort, limit: 100 },
  })
  const counts = useApi('GET /organisations/:organisation/mobilities/counts', {
    params: { organisation },
    query: filters,
  })
  const total = counts.data?.total ?? pages.rows.length
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
      <MobilityFilters filters={filters} counts={counts.data} set={set} />
      <div className={classes.head}>
        <ViewsMenu organisation={organisation} get={get} set={set} />
        <span className={classes.total} role="status">
          {counts.data && t('mobilities-list:total', { count: total, number: format.number(total) })}
        </span>
        <ColumnsMenu
          columns={columns}
          shown={wanted ?? usualColumns}
          onChange={(ids) => set({ columns: ids.join(',') || 'name' })}
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
            empty={
              !pages.problem && (
                <NothingHere
                  organisation={organisation}
                  narrowed={isNarrowed(filters)}
                  hosting={hosting}
                  onClear={() => set(noFilters())}
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

function NothingHere({
  organisation,
  narrowed,
  hosting,
  onClear,
}: {
  organisation: string
  narrowed: boolean
  hosting: boolean
  onClear: () => void
}) {
  const { t } = useTranslation('mobilities-list')
  if (narrowed)
    return (
      <EmptyState
        title={t('mobilities-list:nothing.title')}
        text={t('mobilities-list:nothing.text')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('mobilities-list:filter.clear')}
          </Button>
        }
      />
    )
  const who = hosting ? 'host' : 'sender'
  return (
    <EmptyState
      title={t(`mobilities-list:empty.${who}.title`)}
      text={t(`mobilities-list:empty.${who}.text`)}
      action={
        !hosting && (
          <Button component={Link} to={paths.imports(organisation)}>
            {t('mobilities-list:empty.sender.action')}
          </Button>
        )
      }
    />
  )
}
