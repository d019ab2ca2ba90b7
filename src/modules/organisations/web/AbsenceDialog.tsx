import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { Member } from './Members.tsx'
import classes from './organisations.module.css'

interface AbsenceDialogProps {
  organisation: string
  member: Member
  onClose: () => void
}

/** From when until when a member is away; both empty means that they are there. */
export function AbsenceDialog({ organisation, member, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { absentFrom: member.absentFrom ?? '', absentUntil: member.absentUntil ?? '' },
    send: ({ absentFrom, absentUntil }) =>
      api('PUT /organisations/:organisation/members/:member/absence', {
        params: { organisation, member: member.id },
        body: { absentFrom: absentFrom || null, absentUntil: absentUntil || null },
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/members',
        'GET /organisations/:organisation/duties',
      ])
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('organisations:members.awayOf', { name: member.name })}
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{t('organisations:away.text')}</p>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t('organisations:away.first')}
          data-autofocus
          {...form.getInputProps('absentFrom')}
        />
        <TextInput type="date" label={t('organisations:away.last')} {...form.getInputProps('absentUntil')} />
      </div>
    </FormDialog>
  )
}
