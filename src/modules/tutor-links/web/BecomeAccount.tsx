import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#web/paths.ts'
import classes from './TutorPage.module.css'

const BecomeAccountForm = lazy(() => import('./BecomeAccountForm.tsx'))

export interface BecomeAccountProps {
  secret: string
  name: string
  email: string | null
}

/** Turns the link into an account, for tutors who want to sign in. */
export function BecomeAccount({ secret, name, email }: BecomeAccountProps) {
  const { t } = useTranslation('tutor-links')
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  return (
    <section className={classes.card}>
      <h2 className={classes.sub}>{t('tutor-links:page.account')}</h2>
      {made ? (
        <p role="status">
          {t('tutor-links:page.accountDone', { email: made })}{' '}
          <Link to={paths.signIn()}>{t('tutor-links:page.signIn')}</Link>
        </p>
      ) : (
        <>
          <p className={classes.quiet}>{t('tutor-links:page.accountText')}</p>
          {open ? (
            <Suspense>
              <BecomeAccountForm secret={secret} name={name} email={email} onDone={setMade} />
            </Suspense>
          ) : (
            <Button size="lg" variant="default" fullWidth onClick={() => setOpen(true)}>
              {t('tutor-links:page.makeAccount')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
