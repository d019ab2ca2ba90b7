import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { useFormat } from '#web/i18n/formatters.ts'
import type { FlowWarning } from '../flows.rules.ts'

interface FlowWarningsProps {
  warnings: readonly { code: string; values?: FlowWarning['values'] | undefined }[]
}

/** What looks odd about a flow; nothing is stopped by it. */
export function FlowWarnings({ warnings }: FlowWarningsProps) {
  const { t } = useTranslation('flows')
  const format = useFormat()
  const readable = (values: FlowWarning['values'] = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? format.date(value) : value,
      ]),
    )
  return (
    <div role="status">
      {warnings.length > 0 && (
        <div className={classes.warn}>
          <strong>{t('flows:warning.title')}</strong>
          <ul className={classes.holders}>
            {warnings.map(({ code, values }) => (
              <li key={code}>{t(`flows:warning.${code}`, readable(values))}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
