import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMe } from '#web/api/use-me.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useSignOut } from '#web/layout/use-sign-out.ts'
import { useTitle } from '#web/layout/use-title.ts'
import { paths } from '#web/paths.ts'
import { AboutMe } from './AboutMe.tsx'
import { ApiKeys } from './ApiKeys.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Sessions } from './Sessions.tsx'
import classes from './accounts.module.css'

/** One's own account: name and language, password, where one is signed in, keys for programs. */
export default function AccountPage() {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const keep = useApiMutation('PATCH /me', { invalidates: ['GET /me'] })
  const signOut = useSignOut()
  useTitle(t('accounts:account.title'))
  return (
    <PhoneLayout
      onLanguage={(language) => keep.mutate({ body: { language } })}
      aside={
        <Button variant="subtle" color="gray" size="compact-md" onClick={() => void signOut()}>
          {t('accounts:account.signOut')}
        </Button>
      }
    >
      <div className={classes.wide}>
        <div>
          <Link to={paths.home()}>{t('accounts:account.back')}</Link>
          <h1 className={classes.heading}>{t('accounts:account.title')}</h1>
        </div>
        {me.isPending && <SkeletonRows rows={6} height={56} />}
        <ProblemNote problem={me.error} retry={() => void me.refetch()} />
        {me.data && (
          <>
            <AboutMe me={me.data} />
            <ChangePassword email={me.data.email} name={me.data.name} />
            <Sessions />
            <ApiKeys />
          </>
        )}
      </div>
    </PhoneLayout>
  )
}
