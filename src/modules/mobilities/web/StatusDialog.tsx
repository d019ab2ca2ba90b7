import { Alert, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { todayHere } from '#web/i18n/When.tsx'
import { toast } from '#web/layout/toast.ts'
import { useReasonWords } from './reason-words.ts'
import { changeKey, type Change } from './StatusChange.tsx'
import { readsOfMobility, type MobilityRecord } from './use-mobility.ts'

interface StatusDialogProps {
  record: MobilityRecord
  organisation: string
  change: Change
  onClose: () => void
}

/** Asks for day and reason of a change, and says what will be set aside. */
export default function StatusDialog({ record, organisation, change, onClose }: StatusDialogProps) {
  const { t } = useTranslation(['record', 'mobilities', 'web'])
  const why = useReasonWords('mobilities:whyNot')
  const client = useQueryClient()
  const override = !change.allowed && change.canOverride
  const needsReason = change.needsReason || override
  const title =
    change.kind === 'back'
      ? t('mobilities:change.back', { status: t(`mobilities:status.${change.to}`) })
      : t(changeKey(change))
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '', day: todayHere() },
    validate: {
      reason: (value: string) => (needsReason && !value.trim() ? t('mobilities:whyNot.reason-needed') : null),
    },
    send: ({ reason, day }) =>
      api('POST /organisations/:organisation/mobilities/:mobility/status', {
        params: { organisation, mobility: record.id },
        body: {
          to: change.to,
          ...(reason.trim() ? { reason } : {}),
          ...(day ? { day } : {}),
          ...(override ? { override } : {}),
        },
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      toast(
        t('record:status.done', {
          name: record.participant.name,
          status: t(`mobilities:status.${change.to}`),
        }),
      )
      onClose()
    },
  })
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
      confirm={title}
      danger={change.kind === 'end'}
    >
      <Text size="sm">{t(`mobilities:statusMeaning.${change.to}`)}</Text>
      {override && change.reason && (
        <Alert color="yellow" title={t('record:status.setAside')}>
          {why(change.reason)}
        </Alert>
      )}
      <TextInput
        type="date"
        label={t('record:status.day')}
        max={todayHere()}
        {...form.getInputProps('day')}
      />
      <Textarea
        label={t('record:status.reason')}
        required={needsReason}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  )
}
