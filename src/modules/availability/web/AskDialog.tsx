import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { languageCodes, spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'

interface AskDialogProps {
  organisation: string
  companies: readonly { id: string; email: string | null }[]
  onClose: () => void
}

/** "How many places in spring?", to many companies at once. */
export function AskDialog({ organisation, companies, onClose }: AskDialogProps) {
  const { t, i18n } = useTranslation('availability')
  const format = useFormat()
  const navigate = useNavigate()
  const needed = (value: string): string | null => (value.trim() ? null : t('availability:field.needed'))
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      name: '',
      startsOn: '',
      endsOn: '',
      answerBy: '',
      language: spokenLanguage(i18n.language) as LanguageCode,
      message: '',
    },
    validate: { name: needed, startsOn: needed, endsOn: needed },
    send: async ({ answerBy, message, ...asked }) => {
      const made = await api('POST /organisations/:organisation/availability-asks', {
        params: { organisation },
        body: {
          ...asked,
          answerBy: answerBy || null,
          message: message.trim() || null,
          companyIds: companies.map(({ id }) => id),
        },
      })
      await navigate(paths.availabilityAsk(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('availability:ask.title', { count: companies.length })}
      confirm={t('availability:ask.confirm')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <p>{t('availability:ask.text')}</p>
      <TextInput
        label={t('availability:field.name')}
        description={t('availability:field.nameHint')}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Group grow align="start">
        <TextInput
          type="date"
          required
          label={t('availability:field.startsOn')}
          {...form.getInputProps('startsOn')}
        />
        <TextInput
          type="date"
          required
          min={form.values.startsOn}
          label={t('availability:field.endsOn')}
          {...form.getInputProps('endsOn')}
        />
      </Group>
      <Group grow align="start">
        <TextInput
          type="date"
          min={todayHere()}
          label={t('availability:field.answerBy')}
          {...form.getInputProps('answerBy')}
        />
        <Select
          label={t('availability:field.language')}
          allowDeselect={false}
          data={languageCodes.map((value) => ({ value, label: format.language(value) }))}
          {...form.getInputProps('language')}
        />
      </Group>
      <Textarea
        label={t('availability:field.message')}
        autosize
        minRows={2}
        {...form.getInputProps('message')}
      />
    </FormDialog>
  )
}
