import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import classes from './exchange.module.css'
import { useRemarkWords } from './remark-words.ts'
import { RowMend } from './RowMend.tsx'
import type { ImportRecord, ImportRow } from './use-import.ts'

export interface RowItemProps {
  organisation: string
  record: ImportRecord
  row: ImportRow
  open: boolean
  onToggle: () => void
  onMended: (row: ImportRow) => void
}

/** One row: where it stands, what it is understood as, its weightiest remark; open, all of it and the way to mend it. */
export function RowItem({ organisation, record, row, open, onToggle, onMended }: RowItemProps) {
  const { t } = useTranslation(['exchange', 'mobilities'])
  const remark = useRemarkWords()
  const { read } = row
  const where = useWhere(read)
  const when = useWhen(read)
  const first =
    row.problems.find(({ level }) => level === (row.state === 'refused' ? 'error' : 'warning')) ??
    row.problems[0]
  const more = row.problems.length > 1 ? ` +${row.problems.length - 1}` : ''
  return (
    <>
      <button type="button" className={classes.line} aria-expanded={open} onClick={onToggle}>
        <span className={classes.number}>{`${t('exchange:rows.row')} ${row.number}`}</span>
        <span className={row.state === 'refused' ? classes.refused : undefined}>
          {t(`exchange:rowState.${row.state}`)}
        </span>
        <span>{read.name}</span>
        <span>{when}</span>
        <span>{where}</span>
        <span>{first && `${remark(first)}${more}`}</span>
      </button>
      {open && (
        <div className={classes.open}>
          <p className={classes.quiet}>
            {[
              t(`mobilities:activityType.${read.activityType}`, { defaultValue: read.activityType }),
              read.company,
              ...read.derived.map((one) => t(`exchange:columns.derived.${one}`)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {row.mobilityId && (
            <Link to={paths.mobility(organisation, row.mobilityId)}>{t('exchange:rows.openMobility')}</Link>
          )}
          <RowMend
            key={JSON.stringify([row.corrections, row.decisions])}
            organisation={organisation}
            record={record}
            row={row}
            onMended={onMended}
          />
        </div>
      )}
    </>
  )
}

function useWhen({ departure, return: end }: ImportRow['read']): string {
  const format = useFormat()
  if (departure && end && end >= departure) return format.dateRange(departure, end)
  return [departure, end]
    .filter((day) => day !== null)
    .map((day) => format.date(day))
    .join(' / ')
}

function useWhere({ country, town, hosting }: ImportRow['read']): string {
  const format = useFormat()
  return [town, country && format.country(country), hosting].filter(Boolean).join(', ')
}
