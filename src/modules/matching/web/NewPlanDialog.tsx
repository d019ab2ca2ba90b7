import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { FlowsSelect, useFlowNames } from '#modules/flows/web/FlowsSelect.tsx'

/** Whose places are to be found: the people of one or several flows, also of several senders. */
export function NewPlanDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation('matching')
  const navigate = useNavigate()
  const namesOf = useFlowNames(organisation)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: '', flowIds: [] as string[] },
    validate: {
      flowIds: (ids) => (ids.length > 0 ? null : t('matching:field.needed')),
    },
    send: async ({ name, flowIds }) => {
      const made = await api('POST /organisations/:organisation/match-plans', {
        params: { organisation },
        body: { name: name.trim() || namesOf(flowIds), flowIds },
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
      <FlowsSelect
        organisation={organisation}
        label={t('matching:flows')}
        description={t('matching:flowsHint')}
        required
        {...form.getInputProps('flowIds')}
      />
      <TextInput
        label={t('matching:name')}
        description={t('matching:nameHint')}
        {...form.getInputProps('name')}
      />
    </FormDialog>
  )
}
