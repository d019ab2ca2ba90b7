import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { FlowsSelect, useFlowNames } from '#modules/flows/web/FlowsSelect.tsx'

/** Whose rooms are to be found: the people of one or several flows, also of several senders. */
export function NewRoomPlanDialog({
  organisation,
  flowIds,
  onClose,
}: {
  organisation: string
  /** Chosen from the start, e.g. those that were just placed. */
  flowIds: readonly string[]
  onClose: () => void
}) {
  const { t } = useTranslation('stays')
  const navigate = useNavigate()
  const namesOf = useFlowNames(organisation)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: '', flowIds: [...flowIds], mostKilometres: 30 as number | string },
    validate: {
      flowIds: (ids) => (ids.length > 0 ? null : t('stays:field.needed')),
    },
    send: async ({ name, flowIds, mostKilometres }) => {
      const made = await api('POST /organisations/:organisation/room-plans', {
        params: { organisation },
        body: { name: name.trim() || namesOf(flowIds), flowIds, mostKilometres: Number(mostKilometres || 0) },
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
      <FlowsSelect
        organisation={organisation}
        label={t('stays:plan.flows')}
        description={t('stays:plan.flowsHint')}
        required
        {...form.getInputProps('flowIds')}
      />
      <TextInput
        label={t('stays:plan.name')}
        description={t('stays:plan.nameHint')}
        {...form.getInputProps('name')}
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
