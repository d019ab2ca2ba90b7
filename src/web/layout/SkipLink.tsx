import { useTranslation } from 'react-i18next'
import classes from './SkipLink.module.css'

/** First thing the Tab key meets: past the frame, to the page. */
export function SkipLink() {
  const { t } = useTranslation('web')
  return (
    <a className={classes.skip} href="#main">
      {t('web:layout.skip')}
    </a>
  )
}
