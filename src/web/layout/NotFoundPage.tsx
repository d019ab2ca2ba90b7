import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#web/paths.ts'
import { useTitle } from './use-title.ts'
import classes from './ErrorPage.module.css'

/** For an address that leads nowhere, or to something that is not shared with the person: both read the same. */
export function NotFoundPage() {
  const { t } = useTranslation('web')
  useTitle(t('web:notFound.title'))
  return (
    <main className={classes.page}>
      <h1>{t('web:notFound.title')}</h1>
      <p>{t('web:notFound.text')}</p>
      <Link to={paths.home()}>{t('web:notFound.action')}</Link>
    </main>
  )
}
