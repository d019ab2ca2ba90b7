import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { paths, safeNext } from '#web/paths.ts'
import { authPost } from './auth-api.ts'
import { NewPassword } from './NewPassword.tsx'
import classes from './accounts.module.css'

/** Behind the link for a forgotten password: a new one, then sign in with it. */
export function ChoosePassword({ token }: { token: string }) {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { newPassword: '' },
    send: async ({ newPassword }) => {
      await authPost('/reset-password', { token, newPassword })
      const back = paths.signIn(safeNext(search.get('next')))
      await navigate(`${back}${back.includes('?') ? '&' : '?'}chosen=1`, { replace: true })
    },
  })
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <h1 className={classes.heading}>{t('accounts:choose.title')}</h1>
      <NewPassword
        size="md"
        label={t('accounts:field.newPassword')}
        {...form.getInputProps('newPassword')}
        value={form.values.newPassword}
      />
      <ProblemNote problem={problem} />
      <Button size="md" type="submit" loading={sending}>
        {t('accounts:choose.save')}
      </Button>
    </form>
  )
}
