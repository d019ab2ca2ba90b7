import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countChosen } from '#web/grid/grid-types.ts'
import type { Selection } from '#web/grid/use-selection.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import bars from '#modules/mobilities/web/bulk/bulk.module.css'
import type { Act, StepGroup } from '../placement-steps.rules.ts'
import { BulkDialog, type BulkDo } from './BulkDialog.tsx'
import type { Placement } from './placement-answers.ts'
import classes from './placements.module.css'

const kinds: readonly BulkDo[] = ['send', 'approve', 'confirm', 'withdraw']

/** What a whole tab waits for, without ticking anybody. */
const nextActs: Partial<Record<StepGroup, readonly ('send' | 'approve' | 'confirm')[]>> = {
  'to-send': ['send'],
  approval: ['approve', 'confirm'],
}

interface PlacementBulkProps {
  organisation: string
  selection: Selection
  rows: readonly Placement[]
  total: number
  filters: { flow?: string; plan?: string; company?: string; q?: string; group?: StepGroup }
  /** What the address asks to be done to all that match; `onAsked` when that is over. */
  asked: BulkDo | null
  onAsked: () => void
}

/** What can be done to those chosen: says to how many first, then the answer for each. */
export function PlacementBulk({
  organisation,
  selection,
  rows,
  total,
  filters,
  asked,
  onAsked,
}: PlacementBulkProps) {
  const { t } = useTranslation(['placements', 'bulk'])
  const format = useFormat()
  const [begun, setBegun] = useState<{ act: BulkDo; count: number; which: object } | null>(null)
  const [taken, setTaken] = useState<BulkDo | null>(null)
  if (asked === null && taken !== null) setTaken(null)
  if (asked !== null && asked !== taken && total > 0) {
    setTaken(asked)
    setBegun({ act: asked, count: total, which: { all: filters } })
  }
  const count = countChosen(selection.chosen, total)
  const all = selection.chosen.kind === 'all'
  const named = selection.chosen.kind === 'some' ? selection.chosen.ids : new Set<string>()
  // Of those on the screen; the server judges each in any case.
  const possible = (act: Act): boolean => all || rows.some((row) => named.has(row.id) && canNow(row, act))
  const waiting = nextActs[filters.group ?? 'over']?.find((act) => rows.some((row) => canNow(row, act)))
  return (
    <>
      {count === 0 && waiting && (
        <Button
          variant="default"
          className={classes.allHere ?? ''}
          onClick={() => setBegun({ act: waiting, count: total, which: { all: filters } })}
        >
          {t(`placements:bulkAll.${waiting}`, { count: total, number: format.number(total) })}
        </Button>
      )}
      {count > 0 && (
        <section className={bars.bar} aria-label={t('bulk:bar')}>
          <span role="status" className={bars.count}>
            {t('bulk:selected', { count, number: format.number(count) })}
          </span>
          {!all && count < total && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => selection.set({ kind: 'all', without: new Set() })}
            >
              {t('bulk:all', { number: format.number(total) })}
            </Button>
          )}
          <span className={bars.gap} />
          {kinds.filter(possible).map((act) => (
            <Button
              key={act}
              variant="default"
              onClick={() => setBegun({ act, count, which: all ? { all: filters } : { ids: [...named] } })}
            >
              {t(`placements:bulk.${act}`)}
            </Button>
          ))}
          <Button variant="subtle" color="gray" onClick={selection.clear}>
            {t('bulk:clear')}
          </Button>
        </section>
      )}
      {begun && (
        <BulkDialog
          organisation={organisation}
          {...begun}
          onClose={() => {
            setBegun(null)
            selection.clear()
            onAsked()
          }}
          onBack={() => {
            setBegun(null)
            onAsked()
          }}
        />
      )}
    </>
  )
}

const canNow = (row: Placement, act: Act): boolean =>
  row.acts.some((one) => one.act === act && one.whyNot === null)
