import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { spokenLanguage } from '#shared/languages.ts'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { speak } from '#web/i18n/i18n.ts'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useSignOut } from '#web/layout/use-sign-out.ts'
import { useTitle } from '#web/layout/use-title.ts'
import { paths } from '#web/paths.ts'
import { NewAccountForm } from './NewAccountForm.tsx'
import { useSession } from './use-session.ts'
import classes from './accounts.module.css'

export type InvitationAnswer = AnswerOf<'GET /invitations/:token'>

/** Behind the link of an invitation: who invites to what, and the shortest way to accept. */
export default function InvitationPage() {
  const { token = '' } = useParams()
  const { t } = useTranslation('accounts')
  const invitation = useApi('GET /invitations/:token', { params: { token } })
  const session = useSession()
  const language = invitation.data?.language
  useTitle(t('accounts:invitation.title'))
  useEffect(() => {
    if (language) void speak(spokenLanguage(language))
  }, [language])
  const unknown = invitation.error?.details.status === 404 || invitation.error?.details.status === 422
  return (
    <PhoneLayout>
      <div className={classes.page}>
        {(invitation.isPending || session.isPending) && <SkeletonRows rows={4} height={56} />}
        {unknown && (
          <Over title={t('accounts:invitation.unknown')} text={t('accounts:invitation.unknownText')} />
        )}
        {!unknown && (
          <ProblemNote problem={invitation.error ?? session.error} retry={() => void invitation.refetch()} />
        )}
        {invitation.data && session.isSuccess && (
          <Invited invitation={invitation.data} token={token} user={session.data?.user ?? null} />
        )}
      </div>
    </PhoneLayout>
  )
}

interface InvitedProps {
  invitation: InvitationAnswer
  token: string
  user: { name: string; email: string } | null
}

function Invited({ invitation, token, user }: InvitedProps) {
  const { t } = useTranslation(['accounts', 'organisations'])
  const format = useFormat()
  const names = {
    by: invitation.invitedBy,
    organisation: invitation.organisation,
    partner: invitation.partner ?? '',
  }
  if (invitation.state !== 'open')
    return (
      <Over
        title={t(`accounts:invitation.${invitation.state}`)}
        text={t(`organisations:whyNot.invitation-${invitation.state}`)}
        signIn={invitation.state === 'accepted'}
      />
    )
  const roles = invitation.roles.map((role) => t(`organisations:role.${role}`, { defaultValue: role }))
  return (
    <>
      <h1 className={classes.heading}>{t(`accounts:invitation.to-${invitation.kind}`, names)}</h1>
      <p className={classes.text}>{t(`accounts:invitation.text-${invitation.kind}`, names)}</p>
      {invitation.message && <blockquote className={classes.done}>{invitation.message}</blockquote>}
      {roles.length > 0 && (
        <p className={classes.quiet}>{t('accounts:invitation.roles', { roles: format.list(roles) })}</p>
      )}
      {user ? (
        <AcceptAs token={token} user={user} />
      ) : invitation.hasAccount ? (
        <>
          <p className={classes.text}>{t('accounts:invitation.hasAccount', { email: invitation.email })}</p>
          <Button component={Link} size="md" to={paths.signIn(paths.invitation(token))}>
            {t('accounts:invitation.signInFirst')}
          </Button>
        </>
      ) : (
        <>
          <NewAccountForm invitation={invitation} token={token} />
          <Link to={paths.signIn(paths.invitation(token))}>{t('accounts:invitation.otherAccount')}</Link>
        </>
      )}
      <p className={classes.quiet}>
        {t('accounts:invitation.until', { date: format.dateTime(invitation.expiresAt) })}
      </p>
    </>
  )
}

function AcceptAs({ token, user }: { token: string; user: { name: string; email: string } }) {
  const { t } = useTranslation('accounts')
  const navigate = useNavigate()
  const client = useQueryClient()
  const signOut = useSignOut()
  const accept = useApiMutation('POST /invitations/:token/accept', {
    onDone: ({ organisationId }) => {
      client.clear()
      void navigate(organisationId ? paths.organisation(organisationId) : paths.me(), { replace: true })
    },
  })
  return (
    <>
      <p className={classes.text}>{t('accounts:invitation.signedInAs', user)}</p>
      <ProblemNote problem={accept.error} />
      <Button size="md" loading={accept.isPending} onClick={() => accept.mutate({ params: { token } })}>
        {t('accounts:invitation.accept')}
      </Button>
      <Button variant="subtle" onClick={() => void signOut().then(() => navigate(paths.invitation(token)))}>
        {t('accounts:invitation.notMe')}
      </Button>
    </>
  )
}

function Over({ title, text, signIn }: { title: string; text: string; signIn?: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <h1 className={classes.heading}>{title}</h1>
      <p className={classes.text}>{text}</p>
      {signIn && <Link to={paths.signIn()}>{t('accounts:signIn.signIn')}</Link>}
    </>
  )
}
