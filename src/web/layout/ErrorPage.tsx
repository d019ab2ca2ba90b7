import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { ApiProblem } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { useTitle } from './use-title.ts'
import classes from './ErrorPage.module.css'

/** In the place of a page that broke: what happened, what is safe, what to do. */
export function ErrorPage() {
  const { t } = useTranslation('web')
  const error = useRouteError()
  useTitle(t('web:error.title'))
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  const reload = (): void => window.location.reload()
  return (
    <main className={classes.page}>
      <h1>{t('web:error.title')}</h1>
      {error instanceof ApiProblem ? (
        <ProblemNote problem={error} retry={reload} />
      ) : (
        <>
          <p>{t('web:error.text')}</p>
          <Button onClick={reload}>{t('web:action.reload')}</Button>
        </>
      )}
    </main>
  )
}
