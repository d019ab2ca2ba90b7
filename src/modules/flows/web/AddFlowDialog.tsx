import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { flowWarnings } from '../flows.rules.ts'
import { FlowFields } from './FlowFields.tsx'
import { FlowWarnings } from './FlowWarnings.tsx'
import { inputOf, noFlow, type FlowValues } from './flow-values.ts'
import { useFlowForm } from './use-flow-form.ts'

interface AddFlowDialogProps {
  organisation: string
  /** The project whose flows one was looking at. */
  project: string | null
  onClose: () => void
}

/** Plans a flow. */
export function AddFlowDialog({ organisation, project, onClose }: AddFlowDialogProps) {
  const { t } = useTranslation('flows')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useFlowForm<FlowValues>({
    initialValues: noFlow(project),
    send: async (values) => {
      const made = await api('POST /organisations/:organisation/flows', {
        params: { organisation },
        body: inputOf(values),
      })
      await refresh(client, [
        'GET /organisations/:organisation/flows',
        'GET /organisations/:organisation/projects/:project',
      ])
      await navigate(paths.flow(organisation, made.id))
    },
  })
  const asked = inputOf(form.values)
  return (
    <FormDialog
      title={t('flows:add')}
      confirm={t('flows:add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <FlowFields organisation={organisation} inputProps={(field) => form.getInputProps(field)} />
      <FlowWarnings
        warnings={
          // A return before the departure is told at its field.
          asked.startDate && asked.endDate && asked.endDate >= asked.startDate
            ? flowWarnings({ ...asked, taken: 0, project: null })
            : []
        }
      />
    </FormDialog>
  )
}
