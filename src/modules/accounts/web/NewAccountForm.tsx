import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { spokenLanguage } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { paths } from '#web/paths.ts'
import { authPost } from './auth-api.ts'
import type { InvitationAnswer } from './InvitationPage.tsx'
import { NewPassword } from './NewPassword.tsx'
import classes from './accounts.module.css'

/** Accepts an invitation with a new account: name and password, nothing else. */
export function NewAccountForm({ invitation, token }: { invitation: InvitationAnswer; token: string }) {
  const { t, i18n } = useTranslation('accounts')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: invitation.name ?? '', password: '' },
    validate: { name: (value: string) => (value.trim() ? null : t('accounts:setUp.needed')) },
    send: async ({ name, password }) => {
      const language = spokenLanguage(i18n.language)
      const made = await api('POST /invitations/:token/account', {
        params: { token },
        body: { name, password, language },
      })
      await authPost('/sign-in/email', { email: made.email, password })
      client.clear()
      await navigate(made.organisationId ? paths.organisation(made.organisationId) : paths.me(), {
        replace: true,
      })
    },
  })
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        size="md"
        type="email"
        label={t('accounts:field.email')}
        value={invitation.email}
        autoComplete="username"
        readOnly
      />
      <TextInput
        size="md"
        label={t('accounts:field.name')}
        autoComplete="name"
        required
        {...form.getInputProps('name')}
      />
      <NewPassword
        size="md"
        label={t('accounts:field.newPassword')}
        known={[invitation.email, form.values.name, invitation.organisation]}
        {...form.getInputProps('password')}
        value={form.values.password}
      />
      <ProblemNote problem={problem} />
      <Button size="md" type="submit" loading={sending}>
        {t('accounts:invitation.accept')}
      </Button>
    </form>
  )
}
