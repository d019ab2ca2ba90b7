import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { languageCodes } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { emptyInvite, InviteFields } from './InviteFields.tsx'
import type { PartnerAnswer } from './PartnerPage.tsx'
import classes from './organisations.module.css'

interface InvitePartnerDialogProps {
  organisation: string
  partner: PartnerAnswer
  onClose: () => void
}

/** Invites somebody of the partner to take its record over. */
export function InvitePartnerDialog({ organisation, partner, onClose }: InvitePartnerDialogProps) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { ...emptyInvite, email: partner.email ?? '' },
    validate: {
      email: (value: string) => (value.includes('@') ? null : t('organisations:invite.emailNeeded')),
    },
    send: async ({ language, ...values }) => {
      const known = languageCodes.find((code) => code === language)
      const { email } = await api('POST /organisations/:organisation/partners/:partner/invitation', {
        params: { organisation, partner: partner.id },
        body: { ...values, ...(known ? { language: known } : {}) },
      })
      toast(t('organisations:invite.sent', { email }))
    },
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/partners/:partner',
        'GET /organisations/:organisation/invitations',
      ])
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('organisations:partners.inviteOf', { name: partner.name })}
      confirm={t('organisations:invite.send')}
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{t('organisations:partners.inviteText')}</p>
      <InviteFields inputProps={(field) => form.getInputProps(field)} />
    </FormDialog>
  )
}
