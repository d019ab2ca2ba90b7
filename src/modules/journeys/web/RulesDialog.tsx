import { MultiSelect, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { means } from '../travel-means.rules.ts'
import { journeyReads } from './journey-answers.ts'

const key = 'GET /organisations/:organisation/journey-rules'
type Rules = AnswerOf<typeof key>

interface RulesDialogProps {
  organisation: string
  onClose: () => void
}

/** From when an arrival is late and what to do then; what counts as green. */
export default function RulesDialog({ organisation, onClose }: RulesDialogProps) {
  const rules = useApi(key, { params: { organisation } }, { staleTime: 0 })
  return rules.data && !rules.isFetching ? (
    <RulesForm rules={rules.data} organisation={organisation} onClose={onClose} />
  ) : null
}

function RulesForm({ rules, organisation, onClose }: RulesDialogProps & { rules: Rules }) {
  const { t } = useTranslation('journeys')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { ...rules, lateText: rules.lateText ?? '' },
    send: ({ lateFrom, lateUntil, lateText, greenMeans, greenFrom, version }) =>
      api('PUT /organisations/:organisation/journey-rules', {
        params: { organisation },
        body: { lateFrom, lateUntil, lateText, greenMeans, greenFrom, version },
      }),
    onDone: () => {
      void refresh(client, [key, ...journeyReads])
      onClose()
    },
  })
  return (
    <FormDialog title={t('journeys:rules.title')} size="lg" {...{ onClose, submit, sending, problem }}>
      <p>{t(rules.usual ? 'journeys:rules.usual' : 'journeys:rules.own')}</p>
      <SimpleGrid cols={2}>
        <TextInput
          type="time"
          label={t('journeys:rules.lateFrom')}
          required
          {...form.getInputProps('lateFrom')}
        />
        <TextInput
          type="time"
          label={t('journeys:rules.lateUntil')}
          required
          {...form.getInputProps('lateUntil')}
        />
      </SimpleGrid>
      <Textarea
        label={t('journeys:rules.lateText')}
        description={t('journeys:rules.lateHint')}
        placeholder={t('journeys:late.usual')}
        autosize
        minRows={3}
        {...form.getInputProps('lateText')}
      />
      <MultiSelect
        label={t('journeys:rules.greenMeans')}
        description={t('journeys:rules.greenHint')}
        data={means.map((value) => ({ value, label: t(`journeys:means.${value}`) }))}
        {...form.getInputProps('greenMeans')}
      />
      <NumberInput
        label={t('journeys:rules.greenFrom')}
        description={t('journeys:rules.greenFromHint')}
        min={1}
        max={100}
        allowDecimal={false}
        suffix=" %"
        {...form.getInputProps('greenFrom')}
      />
    </FormDialog>
  )
}
