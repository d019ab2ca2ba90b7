import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { askReads, type CompanyAnswer } from './ask-answers.ts'

interface WriteAnswerDialogProps {
  organisation: string
  askId: string
  answer: CompanyAnswer
  onClose: () => void
}

/** What a company said on the phone. */
export function WriteAnswerDialog({ organisation, askId, answer, onClose }: WriteAnswerDialogProps) {
  const { t } = useTranslation('availability')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      places: (answer.places ?? '') as number | string,
      title: answer.title ?? '',
      tasks: answer.tasks ?? '',
      workingHours: answer.workingHours ?? '',
      note: answer.note ?? '',
    },
    validate: { places: (value) => (value === '' ? t('availability:field.needed') : null) },
    send: ({ places, ...words }) =>
      api('PUT /organisations/:organisation/availability-asks/:ask/companies/:company', {
        params: { organisation, ask: askId, company: answer.companyId },
        body: { places: Number(places), ...words },
      }),
    onDone: () => {
      void refresh(client, askReads)
      onClose()
    },
  })
  const text = (name: 'title' | 'tasks' | 'workingHours' | 'note') => ({
    label: t(`availability:field.${name}`),
    ...form.getInputProps(name),
  })
  return (
    <FormDialog
      title={t('availability:page.writeFor', { company: answer.company })}
      {...{ onClose, submit, sending, problem }}
    >
      <NumberInput
        label={t('availability:field.places')}
        required
        min={0}
        max={1000}
        allowDecimal={false}
        data-autofocus
        {...form.getInputProps('places')}
      />
      <TextInput {...text('title')} description={t('availability:field.titleHint')} />
      <Textarea {...text('tasks')} autosize />
      <TextInput {...text('workingHours')} />
      <Textarea {...text('note')} autosize />
    </FormDialog>
  )
}
