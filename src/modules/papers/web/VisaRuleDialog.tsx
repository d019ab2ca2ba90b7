import { NumberInput, Select, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ruleReads } from './paper-answers.ts'

interface VisaRuleDialogProps {
  organisation: string
  known: {
    nationality: string
    country: string
    freeDays?: number | null
    leadWeeks?: number
    source?: string
  }
  onClose: () => void
}

/** Somebody asked the consulate: what it said, with the source, for everybody of that nationality who goes there. */
export default function VisaRuleDialog({ organisation, known, onClose }: VisaRuleDialogProps) {
  const { t } = useTranslation('papers')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      nationality: (known.nationality || null) as string | null,
      country: (known.country || null) as string | null,
      need: known.freeDays === null ? 'never' : known.freeDays ? 'long' : 'always',
      freeDays: (known.freeDays || 90) as number | '',
      leadWeeks: (known.leadWeeks ?? 12) as number | '',
      source: known.source ?? '',
    },
    send: ({ nationality, country, need, freeDays, leadWeeks, source }) =>
      api('PUT /organisations/:organisation/visa-rules', {
        params: { organisation },
        body: {
          nationality: nationality ?? '',
          country: country ?? '',
          rule: {
            freeDays: need === 'never' ? null : need === 'always' ? 0 : Number(freeDays || 0),
            leadWeeks: Number(leadWeeks || 0),
            source: source.trim(),
          },
        },
      }).catch((error: unknown) => {
        throw atTheFields(error)
      }),
    onDone: () => {
      void refresh(client, ruleReads)
      onClose()
    },
  })
  return (
    <FormDialog title={t('papers:visa.title')} {...{ onClose, submit, sending, problem }}>
      <CountrySelect label={t('papers:visa.nationality')} required {...form.getInputProps('nationality')} />
      <CountrySelect label={t('papers:visa.country')} required {...form.getInputProps('country')} />
      <Select
        label={t('papers:visa.need')}
        allowDeselect={false}
        data={(['always', 'long', 'never'] as const).map((value) => ({
          value,
          label: t(`papers:visa.${value}`),
        }))}
        {...form.getInputProps('need')}
      />
      {form.values.need === 'long' && (
        <NumberInput
          label={t('papers:visa.freeDays')}
          min={1}
          max={3650}
          {...form.getInputProps('freeDays')}
        />
      )}
      <NumberInput
        label={t('papers:visa.leadWeeks')}
        min={0}
        max={104}
        {...form.getInputProps('leadWeeks')}
      />
      <Textarea
        label={t('papers:visa.source')}
        description={t('papers:visa.sourceHint')}
        required
        autosize
        {...form.getInputProps('source')}
      />
    </FormDialog>
  )
}

/** The server names the rule's fields below `rule`; the form has them flat. */
function atTheFields(error: unknown): unknown {
  if (!(error instanceof Error) || !('details' in error)) return error
  const details = error.details as { errors?: { field: string }[] }
  details.errors?.forEach((one) => {
    one.field = one.field.replace(/^rule\./, '')
  })
  return error
}
