import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'

interface Warned {
  code: string
  values?: Record<string, string | number> | undefined
}

/** What looks odd about a project; nothing is stopped by it. */
export function ProjectWarnings({ warnings }: { warnings: readonly Warned[] }) {
  const { t } = useTranslation('projects')
  return (
    <div role="status">
      {warnings.length > 0 && (
        <div className={classes.warn}>
          <strong>{t('projects:warning.title')}</strong>
          <ul className={classes.holders}>
            {warnings.map(({ code, values }) => (
              <li key={code}>{t(`projects:warning.${code}`, values ?? {})}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
