import { Checkbox, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import type { Means } from '../travel-means.rules.ts'
import type { Journey } from './journey-answers.ts'

export interface DeclarationValues {
  means: Means[]
  note: string
  honour: boolean
  /** The signed paper. */
  fileId: string | null
}

interface DeclareDialogProps {
  journey: Journey
  onPaper?: { keepPaper: (form: FormData) => Promise<{ id: string; name: string }> }
  send: (values: DeclarationValues) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** States green travel on honour: by which means, and that it is true; or writes down what was signed on paper. */
export default function DeclareDialog({ journey, onPaper, send, onClose, onDone }: DeclareDialogProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const travelled = journey.green.byMeans.filter(({ green }) => green).map(({ means }) => means)
  const { form, submit, sending, problem } = useApiForm<DeclarationValues & Record<string, unknown>>({
    initialValues: { means: travelled, note: '', honour: false, fileId: null },
    send,
    onDone: () => {
      onDone()
      onClose()
    },
  })
  const { means, honour, fileId } = form.values
  return (
    <FormDialog
      title={t(onPaper ? 'journeys:declaration.writeDown' : 'journeys:declaration.state')}
      confirm={t(onPaper ? 'journeys:declaration.keep' : 'journeys:declaration.confirm')}
      ready={means.length > 0 && (onPaper ? fileId !== null : honour)}
      {...{ onClose, submit, sending, problem }}
    >
      <Checkbox.Group label={t('journeys:declaration.means')} {...form.getInputProps('means')}>
        <Stack gap={8} mt={8}>
          {journey.greenMeans.map((one) => (
            <Checkbox key={one} value={one} label={t(`journeys:means.${one}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={t('journeys:declaration.note')}
        description={t('journeys:declaration.noteHint')}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('note')}
      />
      {onPaper ? (
        <EvidenceInput
          label={t('journeys:declaration.paper')}
          send={onPaper.keepPaper}
          onKept={(id) => form.setFieldValue('fileId', id)}
        />
      ) : (
        <Checkbox
          label={t('journeys:declaration.honour', {
            name: journey.participant,
            from: format.percent(journey.green.from),
          })}
          {...form.getInputProps('honour', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  )
}
