import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import classes from './exchange.module.css'
import type { ImportRecord } from './use-import.ts'

/** What came of it, and where to go on. */
export function ImportResult({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  return (
    <div className={classes.told} role="status">
      <p className={classes.toldTitle}>
        {t('exchange:result.title', { count: record.imported, number: format.number(record.imported) })}
      </p>
      <p className={classes.bar}>
        <Link to={paths.mobilities(organisation)}>{t('exchange:result.all')}</Link>
        <Link to={paths.flows(organisation)}>{t('exchange:result.flows')}</Link>
        <Link to={paths.imports(organisation)}>{t('exchange:result.again')}</Link>
      </p>
    </div>
  )
}
