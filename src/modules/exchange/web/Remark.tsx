import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './exchange.module.css'
import { useFieldName, useRemarkWords } from './remark-words.ts'
import type { ImportRow } from './use-import.ts'

interface RemarkProps {
  problem: ImportRow['problems'][number]
  row: ImportRow
  fixed: boolean
  onDecide: (decisions: ImportRow['decisions']) => void
}

/** One remark in words, and the answers that it asks for. */
export function Remark({ problem, row, fixed, onDecide }: RemarkProps) {
  const { t } = useTranslation('exchange')
  const words = useRemarkWords()
  const fieldName = useFieldName()
  const accepted = (row.decisions.accepted ?? []).includes(problem.code)
  const accept = (): void => onDecide({ accepted: [...(row.decisions.accepted ?? []), problem.code] })
  return (
    <div className={classes.remark}>
      <p>
        <strong>{t(`exchange:level.${problem.level}`)}</strong>
        {`: ${problem.field ? `${fieldName(problem.field)}: ` : ''}${words(problem)}`}
      </p>
      {accepted && <p className={classes.quiet}>{t('exchange:rows.accepted')}</p>}
      {!fixed && !accepted && problem.code === 'person-likely' && (
        <Who problem={problem} onDecide={onDecide} />
      )}
      {!fixed && !accepted && problem.level === 'warning' && problem.code !== 'person-likely' && (
        <div className={classes.bar}>
          <Button size="xs" variant="default" onClick={accept}>
            {t('exchange:rows.accept')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The files that may be this person's, and "somebody new". */
function Who({ problem, onDecide }: Pick<RemarkProps, 'problem' | 'onDecide'>) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  return (
    <div className={classes.bar} role="group" aria-label={t('exchange:rows.who')}>
      {(problem.candidates ?? []).map(({ id, name, birthDate }) => (
        <Button key={id} size="xs" variant="default" onClick={() => onDecide({ person: id })}>
          {birthDate
            ? t('exchange:rows.isPersonBorn', { name, date: format.date(birthDate) })
            : t('exchange:rows.isPerson', { name })}
        </Button>
      ))}
      <Button size="xs" variant="default" onClick={() => onDecide({ person: 'new' })}>
        {t('exchange:rows.isNew')}
      </Button>
    </div>
  )
}
