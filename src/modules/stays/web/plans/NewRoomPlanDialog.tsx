import { MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'

/** Whose rooms are to be found: the people of one or several flows, also of several senders. */
export function NewRoomPlanDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const navigate = useNavigate()
  const flows = useApi('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: { limit: 100, archived: 'false', sort: '-departure' },
  })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: '', flowIds: [] as string[], mostKilometres: 30 as number | string },
    validate: {
      name: (name) => (name.trim() ? null : t('stays:field.needed')),
      flowIds: (ids) => (ids.length > 0 ? null : t('stays:field.needed')),
    },
    send: async ({ name, flowIds, mostKilometres }) => {
      const made = await api('POST /organisations/:organisation/room-plans', {
        params: { organisation },
        body: { name, flowIds, mostKilometres: Number(mostKilometres || 0) },
      })
      await navigate(paths.roomPlan(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('stays:plan.new')}
      confirm={t('stays:plan.solve')}
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput label={t('stays:plan.name')} required data-autofocus {...form.getInputProps('name')} />
      <MultiSelect
        label={t('stays:plan.flows')}
        description={t('stays:plan.flowsHint')}
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
      <NumberInput
        label={t('stays:plan.mostKilometres')}
        description={t('stays:plan.mostKilometresHint')}
        min={0}
        max={1000}
        allowDecimal={false}
        suffix=" km"
        {...form.getInputProps('mostKilometres')}
      />
    </FormDialog>
  )
}
