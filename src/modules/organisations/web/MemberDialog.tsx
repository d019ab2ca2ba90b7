import { Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApiMutation } from '#web/api/use-api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast } from '#web/layout/toast.ts'
import { useMembership } from '#web/api/use-me.ts'
import { whyNotGiveRoles, whyNotLeave } from '../members.rules.ts'
import type { Role } from '../permissions.rules.ts'
import { changedFields } from './changed-fields.ts'
import type { Member } from './Members.tsx'
import { RolesInput } from './RolesInput.tsx'

interface MemberDialogProps {
  organisation: string
  member: Member
  /** Everybody who works here, as far as is known: somebody must stay administrator. */
  members: readonly Member[]
  onClose: () => void
}

const reads = [
  'GET /organisations/:organisation/members',
  'GET /organisations/:organisation/duties',
  'GET /me',
] as const

/** What a member may do, and the end of the membership. */
export function MemberDialog({ organisation, member, members, onClose }: MemberDialogProps) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const [ending, setEnding] = useState(false)
  const mine = useMembership()?.roles ?? []
  const whyNotEnd = whyNotGiveRoles({ roles: mine }, member.roles, []) ?? whyNotLeave(members, member.id, [])
  const initialValues = { roles: member.roles as Role[], namedMobilitiesOnly: member.namedMobilitiesOnly }
  const { form, submit, sending, problem } = useApiForm({
    initialValues,
    validate: {
      roles: (value: readonly string[]) => (value.length > 0 ? null : t('organisations:members.roleNeeded')),
    },
    send: (values) =>
      api('PATCH /organisations/:organisation/members/:member', {
        params: { organisation, member: member.id },
        version: member.version,
        body: changedFields(initialValues, values),
      }),
    onDone: () => {
      void refresh(client, reads)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('organisations:members.rolesOf', { name: member.name })}
      {...{ onClose, submit, sending, problem }}
    >
      <RolesInput {...form.getInputProps('roles')} />
      <Switch
        label={t('organisations:members.namedOnly')}
        description={t('organisations:members.namedOnlyText')}
        {...form.getInputProps('namedMobilitiesOnly', { type: 'checkbox' })}
      />
      <ReasonButton
        variant="subtle"
        color="red"
        whyNot={whyNotEnd && t(`organisations:whyNot.${whyNotEnd}`)}
        onClick={() => setEnding(true)}
      >
        {t('organisations:members.end')}
      </ReasonButton>
      {ending && (
        <EndDialog
          organisation={organisation}
          member={member}
          onClose={() => setEnding(false)}
          onEnded={onClose}
        />
      )}
    </FormDialog>
  )
}

type EndDialogProps = Omit<MemberDialogProps, 'members'> & { onEnded: () => void }

function EndDialog({ organisation, member, onClose, onEnded }: EndDialogProps) {
  const { t } = useTranslation('organisations')
  const end = useApiMutation('DELETE /organisations/:organisation/members/:member', {
    invalidates: reads,
    onDone: () => {
      toast(t('organisations:members.ended', { name: member.name }))
      onEnded()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('organisations:members.endTitle', { name: member.name })}
      confirm={t('organisations:members.end')}
      busy={end.isPending}
      onConfirm={() => end.mutate({ params: { organisation, member: member.id } })}
      onClose={onClose}
    >
      <p>{t('organisations:members.endText')}</p>
      <ProblemNote problem={end.error} />
    </ConfirmDialog>
  )
}
