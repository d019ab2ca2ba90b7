import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/api/use-me.ts'
import { countChosen, type Chosen } from '#web/grid/grid-types.ts'
import type { Selection } from '#web/grid/use-selection.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Filters } from '../list/list-state.ts'
import { bulkKinds, type BulkKind, type BulkSelection } from './bulk-kinds.ts'
import classes from './bulk.module.css'

const BulkDialog = lazy(() => import('./BulkDialog.tsx'))

/** What a host can do; the rest is the sender’s. */
const forHosts: readonly BulkKind[] = ['add-task', 'message', 'change-status', 'set-profile']

/** What was chosen when the action began: it goes on when those rows no longer match the filters and the bar is gone. */
interface Begun {
  kind: BulkKind
  selection: BulkSelection
  count: number
}

interface BulkBarProps {
  organisation: string
  selection: Selection
  total: number
  filters: Filters
  hosting: boolean
}

/** Appears with a selection: how many, all that match, and what can be done to them. */
export function BulkBar({ organisation, selection, total, filters, hosting }: BulkBarProps) {
  const { t } = useTranslation(['bulk', 'grid'])
  const format = useFormat()
  const may = useMay()
  const [begun, setBegun] = useState<Begun | null>(null)
  const count = countChosen(selection.chosen, total)
  const begin = (kind: BulkKind): void =>
    setBegun({ kind, selection: selectionOf(selection.chosen, filters), count })
  const kinds = bulkKinds.filter((one) => !hosting || forHosts.includes(one))
  const [first, second, ...others] = kinds
  const allChosen = selection.chosen.kind === 'all'
  return (
    <>
      {count > 0 && (
        <section className={classes.bar} aria-label={t('bulk:bar')}>
          <span role="status" className={classes.count}>
            {t('bulk:selected', { count, number: format.number(count) })}
          </span>
          {!allChosen && count < total && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => selection.set({ kind: 'all', without: new Set() })}
            >
              {t('bulk:all', { number: format.number(total) })}
            </Button>
          )}
          <span className={classes.gap} />
          {may('mobilities.edit') ? (
            <>
              {[first, second].map(
                (one) =>
                  one && (
                    <Button key={one} variant="default" onClick={() => begin(one)}>
                      {t(`bulk:kind.${one}`)}
                    </Button>
                  ),
              )}
              <Menu position="top-end">
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                    {t('bulk:more')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {others.map((one) => (
                    <Menu.Item key={one} onClick={() => begin(one)}>
                      {t(`bulk:kind.${one}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </>
          ) : (
            <span className={classes.quiet}>{t('bulk:coordinatorsOnly')}</span>
          )}
          <Button variant="subtle" color="gray" onClick={selection.clear}>
            {t('bulk:clear')}
          </Button>
        </section>
      )}
      {begun && (
        <Suspense>
          <BulkDialog organisation={organisation} {...begun} onClose={() => setBegun(null)} />
        </Suspense>
      )}
    </>
  )
}

function selectionOf(chosen: Chosen, filters: Filters): BulkSelection {
  return chosen.kind === 'all' ? { filters, without: [...chosen.without] } : { ids: [...chosen.ids] }
}
