import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import bars from '#modules/mobilities/web/bulk/bulk.module.css'
import type { Outcome } from './placement-answers.ts'
import { useWhyNot } from './placement-words.ts'
import { RepairNote } from './RepairNote.tsx'
import classes from './placements.module.css'

/** The answer for each: done, skipped, refused and why; to whom nobody could write; how to repair. */
export function Answers({
  organisation,
  act,
  outcome,
}: {
  organisation: string
  act: 'send' | 'approve' | 'confirm' | 'withdraw'
  outcome: Outcome
}) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const why = useWhyNot()
  const not = outcome.rows.filter(({ state }) => state !== 'done')
  const unreached =
    act === 'send'
      ? [
          ...new Set(
            outcome.rows
              .filter((row) => row.state === 'done' && row.told.length === 0)
              .map(({ company }) => company),
          ),
        ]
      : []
  return (
    <div role="status">
      <p className={bars.outcome}>
        {t(`placements:bulkDone.${act}`, { count: outcome.done, number: format.number(outcome.done) })}
        {not.length > 0 &&
          ` ${t('placements:bulk.not', { count: not.length, number: format.number(not.length) })}`}
      </p>
      {outcome.repair && (
        <RepairNote
          organisation={organisation}
          repair={outcome.repair}
          name={outcome.rows[0]?.company ?? ''}
        />
      )}
      {unreached.length > 0 && (
        <p className={classes.note}>
          {t('placements:bulk.unreached', { companies: format.list(unreached) })}
        </p>
      )}
      {(act === 'withdraw' || not.length > 0) && (
        <ul className={classes.results}>
          {(act === 'withdraw' ? outcome.rows : not).map((row) => (
            <li key={row.id}>
              {row.participant} · {row.company}
              {row.why && <span className={classes.quiet}>: {why(row.why)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
