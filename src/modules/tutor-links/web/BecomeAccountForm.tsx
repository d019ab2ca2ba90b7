import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import type { BecomeAccountProps } from './BecomeAccount.tsx'
import classes from './TutorPage.module.css'

interface BecomeAccountFormProps extends BecomeAccountProps {
  /** Told the address that was registered. */
  onDone: (email: string) => void
}

/** Name, address and password of the account that a link becomes; loaded when it is asked for. */
export default function BecomeAccountForm({ secret, name, email, onDone }: BecomeAccountFormProps) {
  const { t } = useTranslation('tutor-links')
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name, email: email ?? '', password: '' },
    send: async (body) => {
      const answer = await api('POST /tutor/account', { body }, { tutorLink: secret })
      onDone(answer.email)
    },
  })
  return (
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
  )
}
