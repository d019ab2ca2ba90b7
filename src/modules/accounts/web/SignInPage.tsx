import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { paths, safeNext } from '#web/paths.ts'
import { ChoosePassword } from './ChoosePassword.tsx'
import { DemoSignIns } from './DemoSignIns.tsx'
import { SignInForm } from './SignInForm.tsx'
import classes from './accounts.module.css'

/** The way in: password, a link by mail, in a demo one click. The link for a forgotten password leads here, too. */
export default function SignInPage() {
  const { t } = useTranslation('accounts')
  const [search] = useSearchParams()
  const instance = useApi('GET /instance')
  const entered = useEntered(safeNext(search.get('next')))
  const token = search.get('token')
  useTitle(t(token ? 'accounts:choose.title' : 'accounts:signIn.title'))
  if (instance.data?.needsSetUp) return <Navigate to={paths.setUp()} replace />
  return (
    <PhoneLayout>
      <div className={classes.page}>
        {token ? (
          <ChoosePassword token={token} />
        ) : (
          <>
            <h1 className={classes.heading}>{t('accounts:signIn.title')}</h1>
            {search.has('error') && (
              <p className={classes.done} role="alert">
                {t('accounts:signIn.linkOver')}
              </p>
            )}
            {search.has('chosen') && (
              <p className={classes.done} role="status">
                {t('accounts:choose.done')}
              </p>
            )}
            {instance.isPending && <SkeletonRows rows={3} height={56} />}
            <ProblemNote problem={instance.error} retry={() => void instance.refetch()} />
            {instance.data?.demo && <DemoSignIns people={instance.data.demoSignIns} onEntered={entered} />}
            {!instance.isPending && <SignInForm next={safeNext(search.get('next'))} onEntered={entered} />}
          </>
        )}
      </div>
    </PhoneLayout>
  )
}

/** Whoever signs in sees nothing that was read for somebody else, and goes where they wanted to go. */
function useEntered(next: string): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    client.clear()
    void navigate(next, { replace: true })
  }
}
