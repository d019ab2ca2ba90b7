import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { spokenLanguage } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useApi } from '#web/api/use-api.ts'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { paths } from '#web/paths.ts'
import { authPost } from './auth-api.ts'
import { OrganisationStep, PersonStep, type SetUpValues } from './SetUpSteps.tsx'
import { mistakesIn, underOrganisation } from './set-up-mistakes.ts'
import { useSession } from './use-session.ts'
import classes from './accounts.module.css'

/** The first visit: the organisation, then oneself. Somebody who is signed in founds another organisation here. */
export default function SetUpPage() {
  const { t } = useTranslation('accounts')
  const instance = useApi('GET /instance')
  const session = useSession()
  useTitle(t('accounts:setUp.title'))
  const first = instance.data?.needsSetUp
  return (
    <PhoneLayout>
      <div className={classes.page}>
        {(instance.isPending || session.isPending) && <SkeletonRows rows={4} height={56} />}
        <ProblemNote
          problem={instance.error ?? session.error}
          retry={() => void Promise.all([instance.refetch(), session.refetch()])}
        />
        {instance.data && session.isSuccess && (first || session.data) && <SetUp first={first ?? false} />}
        {instance.data && session.isSuccess && !first && !session.data && (
          <>
            <h1 className={classes.heading}>{t('accounts:setUp.done')}</h1>
            <p className={classes.text}>{t('accounts:setUp.doneText')}</p>
            <Link to={paths.signIn(paths.setUp())}>{t('accounts:signIn.signIn')}</Link>
          </>
        )}
      </div>
    </PhoneLayout>
  )
}

function SetUp({ first }: { first: boolean }) {
  const { t, i18n } = useTranslation(['accounts', 'organisations'])
  const [step, setStep] = useState<'organisation' | 'person'>('organisation')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm<SetUpValues>({
    initialValues: {
      organisation: { name: '', kind: 'sending', country: null, town: '', oid: '' },
      person: { name: '', email: '', password: '' },
    },
    send: async ({ organisation: given, person }) => {
      const organisation = { ...given, country: given.country ?? '' }
      try {
        const language = spokenLanguage(i18n.language)
        const made = first
          ? await api('POST /set-up', { body: { organisation, person: { ...person, language } } })
          : await api('POST /organisations', { body: organisation })
        if (first) await authPost('/sign-in/email', { email: person.email, password: person.password })
        client.clear()
        await navigate(paths.organisation(made.organisationId), { replace: true })
      } catch (error) {
        if (first && mistakesIn(error, 'organisation.')) setStep('organisation')
        throw first ? error : underOrganisation(error)
      }
    },
  })
  const here = step === 'organisation'
  return (
    <>
      <h1 className={classes.heading}>{t(first ? 'accounts:setUp.title' : 'accounts:setUp.another')}</h1>
      <p className={classes.text}>{t(first ? 'accounts:setUp.text' : 'accounts:setUp.anotherText')}</p>
      {first && (
        <ol className={classes.steps}>
          <li {...(here ? { 'aria-current': 'step' as const } : {})}>
            {t('accounts:setUp.stepOrganisation')}
          </li>
          <li {...(here ? {} : { 'aria-current': 'step' as const })}>{t('accounts:setUp.stepPerson')}</li>
        </ol>
      )}
      <form onSubmit={submit} className={classes.form} noValidate>
        {here ? (
          <OrganisationStep form={form} {...(first ? { onNext: () => setStep('person') } : { sending })} />
        ) : (
          <PersonStep form={form} sending={sending} onBack={() => setStep('organisation')} />
        )}
        <ProblemNote problem={problem} />
      </form>
    </>
  )
}
