import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { stayBody } from '../stay-body.ts'
import { stayReads, type Stay } from '../stays-answers.ts'

/** Other days in the same bed. */
export function DaysDialog({
  organisation,
  stay,
  onClose,
}: {
  organisation: string
  stay: Stay
  onClose: () => void
}) {
  const { t } = useTranslation('stays')
  const client = useQueryClient()
  const put = (body: ReturnType<typeof stayBody>) =>
    api('PUT /organisations/:organisation/stays/:stay', { params: { organisation, stay: stay.id }, body })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { startsOn: stay.startsOn, endsOn: stay.endsOn },
    send: async (days) => {
      const saved = await put(stayBody(stay, days))
      await refresh(client, stayReads)
      onClose()
      toast(t('stays:days.done', { name: stay.participant }), {
        label: t('stays:undo'),
        run: () =>
          void put(stayBody(saved, { startsOn: stay.startsOn, endsOn: stay.endsOn }))
            .then(() => refresh(client, stayReads))
            .catch(toastProblem),
      })
    },
  })
  return (
    <FormDialog
      title={t('stays:days.title', { name: stay.participant })}
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput
        type="date"
        label={t('stays:field.startsOn')}
        data-autofocus
        {...form.getInputProps('startsOn')}
      />
      <TextInput
        type="date"
        label={t('stays:field.endsOn')}
        description={t('stays:hint.endsOn')}
        {...form.getInputProps('endsOn')}
      />
    </FormDialog>
  )
}
