import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { paths } from '#web/paths.ts'
import { authPost } from './auth-api.ts'
import classes from './accounts.module.css'

interface SignInFormProps {
  next: string
  onEntered: () => void
}

/** E-mail address and password; without one, a link by mail. */
export function SignInForm({ next, onEntered }: SignInFormProps) {
  const { t } = useTranslation('accounts')
  const [sent, setSent] = useState<'link' | 'reset' | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value: string) => (value.includes('@') ? null : t('accounts:signIn.emailNeeded')),
      password: (value: string) => (value ? null : t('accounts:signIn.passwordNeeded')),
    },
    send: (body) => authPost('/sign-in/email', body),
    onDone: onEntered,
  })

  const mail = async (kind: 'link' | 'reset'): Promise<void> => {
    setSent(null)
    setFailed(null)
    if (form.validateField('email').hasError) return form.getInputNode('email')?.focus()
    const { email } = form.getValues()
    try {
      if (kind === 'link')
        await authPost('/sign-in/magic-link', {
          email,
          callbackURL: next,
          errorCallbackURL: paths.signIn(next),
        })
      else await authPost('/request-password-reset', { email, redirectTo: paths.signIn(next) })
      setSent(kind)
    } catch (error) {
      setFailed(error)
    }
  }

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        size="md"
        type="email"
        label={t('accounts:field.email')}
        autoComplete="username"
        required
        {...form.getInputProps('email')}
      />
      <PasswordInput
        size="md"
        label={t('accounts:field.password')}
        autoComplete="current-password"
        required
        {...form.getInputProps('password')}
      />
      <ProblemNote problem={problem ?? failed} />
      <Button size="md" type="submit" loading={sending}>
        {t('accounts:signIn.signIn')}
      </Button>
      <p className={classes.or}>{t('accounts:signIn.or')}</p>
      <Button size="md" variant="default" onClick={() => void mail('link')}>
        {t('accounts:signIn.mailLink')}
      </Button>
      <Button variant="subtle" onClick={() => void mail('reset')}>
        {t('accounts:signIn.forgot')}
      </Button>
      <div role="status">
        {sent && (
          <p className={classes.done}>
            {t(`accounts:signIn.sent-${sent}`, { email: form.getValues().email })}
          </p>
        )}
      </div>
      <p className={classes.quiet}>{t('accounts:signIn.noAccount')}</p>
    </form>
  )
}
