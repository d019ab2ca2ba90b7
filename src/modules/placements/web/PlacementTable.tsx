import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isChosen } from '#web/grid/grid-types.ts'
import type { Selection } from '#web/grid/use-selection.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Placement } from './placement-answers.ts'
import { usePeriod } from './placement-words.ts'
import { StepBadge } from './StepBadge.tsx'
import { Turns } from './Turns.tsx'
import classes from './placements.module.css'

interface PlacementTableProps {
  rows: readonly Placement[]
  opened: string
  /** Null for those who only read. */
  selection: Selection | null
  /** The rows are those of the question before. */
  updating: boolean
  onAll: (on: boolean) => void
  onOpen: (id: string) => void
}

/** Placements in rows: who, where, when, which step, who is waited for. */
export function PlacementTable({ rows, opened, selection, updating, onAll, onOpen }: PlacementTableProps) {
  const { t } = useTranslation('placements')
  const period = usePeriod()
  const chosen = selection ? rows.filter(({ id }) => isChosen(selection.chosen, id)).length : 0
  return (
    <div className={tables.scroll} role="region" aria-label={t('placements:title')} tabIndex={0}>
      <table className={`${tables.table} ${classes.table}`}>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={classes.check}>
                <Checkbox
                  aria-label={t('placements:chooseAll')}
                  disabled={updating}
                  checked={chosen > 0 && chosen === rows.length}
                  indeterminate={chosen > 0 && chosen < rows.length}
                  onChange={(event) => onAll(event.currentTarget.checked)}
                />
              </th>
            )}
            <th scope="col">{t('placements:participant')}</th>
            <th scope="col">{t('placements:company')}</th>
            {!opened && <th scope="col">{t('placements:days')}</th>}
            <th scope="col">{t('placements:step.title')}</th>
            <th scope="col">{t('placements:waits')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => (
            <tr key={one.id} {...(one.id === opened ? { 'data-current': true } : {})}>
              {selection && (
                <td className={classes.check}>
                  <Checkbox
                    aria-label={t('placements:choose', { name: one.participant })}
                    disabled={updating}
                    checked={isChosen(selection.chosen, one.id)}
                    onChange={(event) =>
                      selection.toggle(index, (event.nativeEvent as unknown as MouseEvent).shiftKey)
                    }
                  />
                </td>
              )}
              <td className={classes.who}>
                <button type="button" className={classes.open} onClick={() => onOpen(one.id)}>
                  {one.participant}
                </button>
                <OneLine parts={[one.flow?.name, one.school.name]} />
              </td>
              <td className={classes.who}>
                {one.company.name}
                <OneLine parts={[one.position?.title, one.company.town]} />
              </td>
              {!opened && (
                <td className={classes.days}>
                  {period(one)}
                  {one.share < 100 && (
                    <div className={classes.quiet}>{t('placements:shareOf', { share: one.share })}</div>
                  )}
                </td>
              )}
              <td>
                <StepBadge step={one.step} />
                {one.objection && <div className={classes.quiet}>{t('placements:objected')}</div>}
              </td>
              <td>
                <Turns turns={one.turns} since={one.since} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What tells it nearer, in one quiet line; all of it on hovering, and in the panel. */
function OneLine({ parts }: { parts: readonly (string | null | undefined)[] }) {
  const words = parts.filter(Boolean).join(' · ')
  return (
    <div className={`${classes.quiet} ${classes.oneLine}`} title={words}>
      {words}
    </div>
  )
}
