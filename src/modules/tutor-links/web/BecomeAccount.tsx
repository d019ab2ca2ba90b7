import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { paths } from '#web/paths.ts'
import classes from './TutorPage.module.css'

interface BecomeAccountProps {
  secret: string
  name: string
  email: string | null
}

/** Turns the link into an account, for tutors who want to sign in. */
export function BecomeAccount({ secret, name, email }: BecomeAccountProps) {
  const { t } = useTranslation('tutor-links')
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name, email: email ?? '', password: '' },
    send: async (body) => {
      const answer = await api('POST /tutor/account', { body }, { tutorLink: secret })
      setMade(answer.email)
    },
  })
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
            <form onSubmit={submit} className={classes.form} noValidate>
              <TextInput
                size="lg"
                label={t('tutor-links:page.name')}
                autoComplete="name"
                required
                {...form.getInputProps('name')}
              />
              <TextInput
                size="lg"
                type="email"
                label={t('tutor-links:page.email')}
                autoComplete="email"
                required
                {...form.getInputProps('email')}
              />
              <PasswordInput
                size="lg"
                label={t('tutor-links:page.password')}
                autoComplete="new-password"
                required
                {...form.getInputProps('password')}
              />
              <ProblemNote problem={problem} />
              <Button size="lg" type="submit" loading={sending}>
                {t('tutor-links:page.makeAccount')}
              </Button>
            </form>
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
