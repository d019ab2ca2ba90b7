import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useViewActs, type View } from './use-views.ts'

interface SaveViewDialogProps {
  organisation: string
  state: Record<string, string>
  /** The own view that is shown now: saved under its name again unless one writes another. */
  known: View | null
  onClose: () => void
  onSaved: (id: string) => void
}

/** Keeps filters, sort and columns under a name; the own view of that name is replaced. */
export default function SaveViewDialog({
  organisation,
  state,
  known,
  onClose,
  onSaved,
}: SaveViewDialogProps) {
  const { t } = useTranslation('mobilities-list')
  const { save } = useViewActs(organisation)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      name: known?.name ?? '',
      shared: known?.shared ?? false,
      isDefault: known?.isDefault ?? false,
    },
    validate: { name: (value: string) => (value.trim() ? null : t('mobilities-list:view.nameNeeded')) },
    send: async (values) => onSaved((await save({ ...values, state })).id),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('mobilities-list:view.save')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
    >
      <TextInput
        label={t('mobilities-list:view.name')}
        required
        data-autofocus
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <Checkbox
        label={t('mobilities-list:view.share')}
        {...form.getInputProps('shared', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('mobilities-list:view.useAsDefault')}
        {...form.getInputProps('isDefault', { type: 'checkbox' })}
      />
    </FormDialog>
  )
}
