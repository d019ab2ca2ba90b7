import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import { authPost } from './auth-api.ts'
import { NewPassword } from './NewPassword.tsx'
import classes from './accounts.module.css'

/** A new password for who knows the old one; for all others a link by mail. Other devices are signed out. */
export function ChangePassword({ email, name }: { email: string; name: string }) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const [done, setDone] = useState<'changed' | 'mailed' | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { currentPassword: '', newPassword: '' },
    send: async (body) => {
      setDone(null)
      await authPost('/change-password', { ...body, revokeOtherSessions: true })
      form.reset()
      await Promise.all([
        refresh(client, ['GET /me/sessions']),
        client.invalidateQueries({ queryKey: ['session'] }),
      ])
      setDone('changed')
    },
  })
  const mail = async (): Promise<void> => {
    setDone(null)
    setFailed(null)
    try {
      await authPost('/request-password-reset', { email, redirectTo: paths.signIn(paths.account()) })
      setDone('mailed')
    } catch (error) {
      setFailed(error)
    }
  }
  return (
    <Section title={t('accounts:field.password')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label={t('accounts:field.currentPassword')}
          autoComplete="current-password"
          required
          {...form.getInputProps('currentPassword')}
        />
        <NewPassword
          label={t('accounts:field.newPassword')}
          known={[email, name]}
          {...form.getInputProps('newPassword')}
          value={form.values.newPassword}
        />
        <ProblemNote problem={problem ?? failed} />
        <div className={classes.links}>
          <Button type="submit" loading={sending}>
            {t('accounts:account.changePassword')}
          </Button>
          <Button variant="subtle" onClick={() => void mail()}>
            {t('accounts:account.mailLink')}
          </Button>
        </div>
        <div role="status">
          {done && <p className={classes.done}>{t(`accounts:account.password-${done}`, { email })}</p>}
        </div>
      </form>
    </Section>
  )
}
