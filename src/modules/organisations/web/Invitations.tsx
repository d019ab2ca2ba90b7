import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import { MoreRows } from './MoreRows.tsx'
import classes from './organisations.module.css'

type Invitation = AnswerOf<'GET /organisations/:organisation/invitations'>['items'][number]

const reads = [
  'GET /organisations/:organisation/invitations',
  'GET /organisations/:organisation/partners/:partner',
] as const

/** Invitations that still wait or have run out. */
export function Invitations({ organisation }: { organisation: string }) {
  const { t } = useTranslation('organisations')
  const invitations = usePages('GET /organisations/:organisation/invitations', {
    params: { organisation },
    query: { state: ['open', 'expired'] },
  })
  return (
    <Section title={t('organisations:invite.title')}>
      {invitations.loading && <SkeletonRows rows={2} />}
      <ProblemNote problem={invitations.problem} retry={invitations.retry} />
      {!invitations.loading && invitations.rows.length === 0 && (
        <p className={classes.quiet}>{t('organisations:invite.none')}</p>
      )}
      {invitations.rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('organisations:field.email')}</th>
                <th scope="col">{t('organisations:invite.to')}</th>
                <th scope="col">{t('organisations:invite.state')}</th>
                <th scope="col">{t('organisations:members.change')}</th>
              </tr>
            </thead>
            <tbody>
              {invitations.rows.map((invitation) => (
                <Row key={invitation.id} invitation={invitation} organisation={organisation} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={invitations} />
    </Section>
  )
}

function Row({ invitation, organisation }: { invitation: Invitation; organisation: string }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const roles = format.list(
    invitation.roles.map((role) => t(`organisations:role.${role}`, { defaultValue: role })),
  )
  return (
    <tr>
      <td>
        <span className={classes.name}>{invitation.email}</span>
        {invitation.name && <p className={classes.quiet}>{invitation.name}</p>}
      </td>
      <td>
        {invitation.kind === 'colleague'
          ? roles
          : t(`organisations:invite.as-${invitation.kind}`, { partner: invitation.partner?.name ?? '' })}
      </td>
      <td>
        <InvitationState invitation={invitation} />
      </td>
      <td>
        <InvitationActions invitation={invitation} organisation={organisation} />
      </td>
    </tr>
  )
}

/** Where an invitation stands, by whom and until when. */
export function InvitationState({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  return (
    <>
      {t(`organisations:invite.${invitation.state}`, { date: format.dateTime(invitation.expiresAt) })}
      <p className={classes.quiet}>
        {t('organisations:invite.by', {
          by: invitation.invitedBy,
          date: format.dateTime(invitation.createdAt),
        })}
      </p>
    </>
  )
}

/** Send again, take back. */
export function InvitationActions({
  invitation,
  organisation,
}: {
  invitation: Invitation
  organisation: string
}) {
  const { t } = useTranslation('organisations')
  const { email } = invitation
  const again = useApiMutation('POST /organisations/:organisation/invitations/:invitation/resend', {
    invalidates: reads,
    onDone: () => toast(t('organisations:invite.sent', { email })),
  })
  const revoke = useApiMutation('DELETE /organisations/:organisation/invitations/:invitation', {
    invalidates: reads,
    onDone: () => toast(t('organisations:invite.takenBack', { email })),
  })
  const params = { organisation, invitation: invitation.id }
  return (
    <>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          loading={again.isPending}
          aria-label={`${t('organisations:invite.again')}: ${email}`}
          onClick={() => again.mutate({ params })}
        >
          {t('organisations:invite.again')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={revoke.isPending}
          aria-label={`${t('organisations:invite.revoke')}: ${email}`}
          onClick={() => revoke.mutate({ params })}
        >
          {t('organisations:invite.revoke')}
        </Button>
      </div>
      <ProblemNote problem={again.error ?? revoke.error} />
    </>
  )
}
