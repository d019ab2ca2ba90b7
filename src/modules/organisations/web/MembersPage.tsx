import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMay } from '#web/api/use-me.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { Duties } from './Duties.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Members } from './Members.tsx'
import classes from './organisations.module.css'

/** Who works here, who is invited, who answers for what. */
export default function MembersPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('organisations')
  const may = useMay()
  const [inviting, setInviting] = useState(false)
  const manages = may('members.manage')
  return (
    <>
      <PageHeader
        title={t('organisations:members.title')}
        description={t('organisations:members.text')}
        actions={
          manages && <Button onClick={() => setInviting(true)}>{t('organisations:invite.member')}</Button>
        }
      />
      <div className={classes.sections}>
        <Members organisation={organisation} />
        {manages && <Invitations organisation={organisation} />}
        <Duties organisation={organisation} />
      </div>
      {inviting && <InviteDialog organisation={organisation} onClose={() => setInviting(false)} />}
    </>
  )
}
