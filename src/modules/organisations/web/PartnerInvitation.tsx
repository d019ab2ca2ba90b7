import { useTranslation } from 'react-i18next'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'
import { InvitationActions, InvitationState } from './Invitations.tsx'
import type { PartnerAnswer } from './PartnerPage.tsx'
import classes from './organisations.module.css'

/** Where the invitation to take the record over stands; nothing once it is accepted or while there is none. */
export function PartnerInvitation({
  organisation,
  partner,
}: {
  organisation: string
  partner: PartnerAnswer
}) {
  const { t } = useTranslation('organisations')
  const may = useMay()
  const { invitation } = partner
  if (!invitation || partner.claimed || invitation.state === 'revoked') return null
  return (
    <Section title={t('organisations:partners.invitation')}>
      <p className={classes.name}>{invitation.email}</p>
      <InvitationState invitation={invitation} />
      {may('members.manage') && <InvitationActions invitation={invitation} organisation={organisation} />}
    </Section>
  )
}
