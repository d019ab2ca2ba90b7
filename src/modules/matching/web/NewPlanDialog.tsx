import { MultiSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'

/** Whose places are to be found: the people of one or several flows, also of several senders. */
export function NewPlanDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const navigate = useNavigate()
  const flows = useApi('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: { limit: 100, archived: 'false', sort: '-departure' },
  })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: '', flowIds: [] as string[] },
    validate: {
      name: (name) => (name.trim() ? null : t('matching:field.needed')),
      flowIds: (ids) => (ids.length > 0 ? null : t('matching:field.needed')),
    },
    send: async ({ name, flowIds }) => {
      const made = await api('POST /organisations/:organisation/match-plans', {
        params: { organisation },
        body: { name, flowIds },
      })
      await navigate(paths.matchPlan(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('matching:new')}
      confirm={t('matching:solve')}
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput label={t('matching:name')} required data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label={t('matching:flows')}
        description={t('matching:flowsHint')}
        required
        searchable
        data={(flows.data?.items ?? []).map((flow) => ({
          value: flow.id,
          label: [
            flow.name,
            flow.own ? null : flow.organisation.name,
            flow.startDate && format.date(flow.startDate),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        {...form.getInputProps('flowIds')}
      />
    </FormDialog>
  )
}
