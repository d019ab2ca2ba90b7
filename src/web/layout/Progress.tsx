import { useNavigation } from 'react-router'
import { useTranslation } from 'react-i18next'
import classes from './Progress.module.css'

/** A thin bar while the next page is on its way; the present one stays readable. */
export function Progress() {
  const { t } = useTranslation('web')
  const busy = useNavigation().state !== 'idle'
  return (
    <div role="status" className={classes.progress} data-busy={busy || undefined}>
      {busy && <span className={classes.words}>{t('web:state.loading')}</span>}
    </div>
  )
}
