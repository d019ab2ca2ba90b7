import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './exchange.module.css'
import { isRunning, type ImportRecord } from './use-import.ts'

/** How far the check or the import is, also for those who do not see the bar; and what stopped it. */
export function ImportProgress({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const { state, checked, total, failure } = record
  const running = isRunning(state)
  const key = state === 'importing' ? 'exchange:rows.progressImport' : 'exchange:rows.progressCheck'
  const words = running
    ? t(key, { done: format.number(Math.min(checked, total)), total: format.number(total) })
    : ''
  return (
    <>
      {running && (
        <Progress.Root size="lg">
          <Progress.Section
            value={total === 0 ? 0 : Math.min(100, (100 * checked) / total)}
            aria-label={words}
            animated
          />
        </Progress.Root>
      )}
      <p role="status" className={classes.quiet}>
        {running ? words : state === 'checked' ? t('exchange:rows.checked') : ''}
      </p>
      {state === 'failed' && (
        <div className={classes.told} role="alert">
          <p className={classes.toldTitle}>{t('exchange:failure.title')}</p>
          <p>{t(`exchange:failure.${failure?.code ?? 'unexpected'}`)}</p>
        </div>
      )}
    </>
  )
}
