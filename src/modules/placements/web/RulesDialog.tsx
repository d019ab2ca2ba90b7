import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useApi } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'

interface RulesDialogProps {
  organisation: string
  mayEdit: boolean
  onClose: () => void
}

/** How the organisation wants placements to be agreed. */
export default function RulesDialog({ organisation, mayEdit, onClose }: RulesDialogProps) {
  const rules = useApi(
    'GET /organisations/:organisation/placement-rules',
    { params: { organisation } },
    { staleTime: 0 },
  )
  if (rules.error) return <ProblemNote problem={rules.error} />
  if (!rules.data || rules.isFetching) return null
  return <Form organisation={organisation} rules={rules.data} mayEdit={mayEdit} onClose={onClose} />
}

function Form({
  organisation,
  rules,
  mayEdit,
  onClose,
}: RulesDialogProps & { rules: { guardianApproves: boolean; version: number } }) {
  const { t } = useTranslation('placements')
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { guardianApproves: rules.guardianApproves },
    send: ({ guardianApproves }) =>
      api('PUT /organisations/:organisation/placement-rules', {
        params: { organisation },
        body: { guardianApproves, version: rules.version },
      }),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={t('placements:rules.title')}
      ready={mayEdit}
      {...{ onClose, submit, sending, problem }}
    >
      <Switch
        label={t('placements:rules.guardian')}
        description={t('placements:rules.guardianText')}
        disabled={!mayEdit}
        {...form.getInputProps('guardianApproves', { type: 'checkbox' })}
      />
      <p style={{ margin: 0 }}>{t('placements:rules.always')}</p>
    </FormDialog>
  )
}
