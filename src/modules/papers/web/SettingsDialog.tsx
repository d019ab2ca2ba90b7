import { Button, Fieldset, Group, NumberInput, SimpleGrid, TagsInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paperKinds } from '../kinds.rules.ts'
import { ruleReads } from './paper-answers.ts'

type Settings = AnswerOf<'GET /organisations/:organisation/paper-settings'>

interface SettingsDialogProps {
  organisation: string
  settings: Settings
  onClose: () => void
}

/** Changes what the organisation asks for. */
export function SettingsDialog({ organisation, settings, onClose }: SettingsDialogProps) {
  const { t } = useTranslation('papers')
  const client = useQueryClient()
  const wordOf = (key: string): string => t(`papers:cover.${key}`, { defaultValue: key })
  const keyOf = (word: string): string => settings.usualCovers.find((key) => wordOf(key) === word) ?? word
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      covers: (settings.covers ?? settings.usualCovers).map(wordOf),
      identityMargins: settings.identityMargins.map((one) => ({ ...one })),
      leadWeeks: Object.fromEntries(
        paperKinds.map((kind) => [kind, settings.leadWeeks[kind] ?? settings.usualWeeks[kind] ?? 0]),
      ) as Record<string, number | ''>,
    },
    send: ({ covers, identityMargins, leadWeeks }) => {
      const keys = covers.map(keyOf)
      return api('PUT /organisations/:organisation/paper-settings', {
        params: { organisation },
        body: {
          covers: keys.join('\n') === settings.usualCovers.join('\n') ? null : keys,
          identityMargins,
          leadWeeks: Object.fromEntries(
            Object.entries(leadWeeks)
              .filter(([kind, weeks]) => weeks !== '' && weeks !== settings.usualWeeks[kind])
              .map(([kind, weeks]) => [kind, Number(weeks)]),
          ),
          version: settings.version,
        },
      })
    },
    onDone: () => {
      void refresh(client, ruleReads)
      onClose()
    },
  })
  return (
    <FormDialog title={t('papers:settings.title')} size="lg" {...{ onClose, submit, sending, problem }}>
      <TagsInput
        label={t('papers:settings.covers')}
        description={t('papers:settings.coversHint')}
        data={settings.usualCovers.map(wordOf)}
        {...form.getInputProps('covers')}
      />
      <Fieldset legend={t('papers:settings.margins')}>
        {form.values.identityMargins.map((_one, at) => (
          // The place in the list is what the row is.
          <Group key={`${at} ${form.values.identityMargins.length}`} align="end" mb="xs">
            <CountrySelect
              label={t('papers:visa.country')}
              placeholder={t('papers:settings.everywhere')}
              {...form.getInputProps(`identityMargins.${at}.country`)}
            />
            <NumberInput
              w={110}
              min={0}
              max={730}
              label={t('papers:settings.days')}
              {...form.getInputProps(`identityMargins.${at}.days`)}
            />
            <TextInput
              flex={1}
              required
              label={t('papers:visa.source')}
              {...form.getInputProps(`identityMargins.${at}.source`)}
            />
            <Button variant="subtle" onClick={() => form.removeListItem('identityMargins', at)}>
              {t('papers:policy.drop')}
            </Button>
          </Group>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => form.insertListItem('identityMargins', { country: null, days: 90, source: '' })}
        >
          {t('papers:settings.addMargin')}
        </Button>
      </Fieldset>
      <Fieldset legend={t('papers:settings.weeks')}>
        <SimpleGrid cols={{ base: 2, sm: 3 }}>
          {paperKinds.map((kind) => (
            <NumberInput
              key={kind}
              min={0}
              max={104}
              label={t(`papers:kind.${kind}`)}
              {...form.getInputProps(`leadWeeks.${kind}`)}
            />
          ))}
        </SimpleGrid>
      </Fieldset>
    </FormDialog>
  )
}
