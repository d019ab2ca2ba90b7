import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import type { View, ViewInput } from './use-views.ts'
import classes from './list.module.css'

interface ViewFormProps {
  view: View
  /** Names of the other own views. */
  taken: readonly string[]
  onSave: (input: ViewInput) => Promise<void>
  onRemove: () => void
}

/** One own view: its name, who sees it, whether the list opens with it. */
export function ViewForm({ view, taken, onSave, onRemove }: ViewFormProps) {
  const { t } = useTranslation(['mobilities-list', 'web'])
  const nameProblem = (value: string): string | null => {
    if (!value.trim()) return t('mobilities-list:view.nameNeeded')
    // The server replaces the view of that name; here that would lose one.
    return taken.includes(value.trim()) ? t('mobilities-list:view.nameTaken') : null
  }
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: view.name, shared: view.shared, isDefault: view.isDefault },
    validate: { name: nameProblem },
    send: (values) => onSave({ ...values, name: values.name.trim(), state: view.state }),
  })
  return (
    <form onSubmit={submit} noValidate className={classes.viewForm} aria-label={view.name}>
      <TextInput
        label={t('mobilities-list:view.name')}
        required
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <Group>
        <Checkbox
          label={t('mobilities-list:view.share')}
          {...form.getInputProps('shared', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('mobilities-list:view.useAsDefault')}
          {...form.getInputProps('isDefault', { type: 'checkbox' })}
        />
      </Group>
      <ProblemNote problem={problem} />
      <Group>
        <Button type="submit" variant="default" loading={sending}>
          {t('web:action.save')}
        </Button>
        <Button variant="subtle" color="red" onClick={onRemove}>
          {t('mobilities-list:view.remove', { name: view.name })}
        </Button>
      </Group>
    </form>
  )
}
