import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { languageCodes } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import type { Role } from '../permissions.rules.ts'
import { emptyInvite, InviteFields } from './InviteFields.tsx'
import { RolesInput } from './RolesInput.tsx'

/** Invites a colleague by mail. */
export function InviteDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { ...emptyInvite, roles: [] as Role[] },
    validate: {
      email: (value: string) => (value.includes('@') ? null : t('organisations:invite.emailNeeded')),
      roles: (value: readonly string[]) => (value.length > 0 ? null : t('organisations:members.roleNeeded')),
    },
    send: async ({ language, ...values }) => {
      const known = languageCodes.find((code) => code === language)
      const { email } = await api('POST /organisations/:organisation/invitations', {
        params: { organisation },
        body: { ...values, ...(known ? { language: known } : {}) },
      })
      toast(t('organisations:invite.sent', { email }))
    },
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/invitations'])
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('organisations:invite.member')}
      confirm={t('organisations:invite.send')}
      {...{ onClose, submit, sending, problem }}
    >
      <InviteFields inputProps={(field) => form.getInputProps(field)} />
      <RolesInput {...form.getInputProps('roles')} />
    </FormDialog>
  )
}
