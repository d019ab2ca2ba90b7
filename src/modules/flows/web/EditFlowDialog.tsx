import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changedFields } from '#modules/organisations/web/changed-fields.ts'
import classes from '#modules/organisations/web/organisations.module.css'
import { api } from '#web/api/api.ts'
import { caughtUp } from '#web/api/caught-up.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { FlowFields } from './FlowFields.tsx'
import type { FlowAnswer } from './FlowPage.tsx'
import { inputOf, valuesOf } from './flow-values.ts'
import { useFlowForm } from './use-flow-form.ts'

interface EditFlowDialogProps {
  organisation: string
  first: FlowAnswer
  present: FlowAnswer
  onClose: () => void
}

/** Only what was changed is sent; a change by somebody else meanwhile is told, not overwritten. */
export function EditFlowDialog({ organisation, first, present, onClose }: EditFlowDialogProps) {
  const { t } = useTranslation('flows')
  const client = useQueryClient()
  const [begun, begin] = useState(first)
  const initial = valuesOf(begun)
  const { form, submit, sending, problem } = useFlowForm({
    initialValues: initial,
    send: (values) =>
      api('PATCH /organisations/:organisation/flows/:flow', {
        params: { organisation, flow: begun.id },
        version: begun.version,
        body: changedFields(inputOf(initial), inputOf(values)) as object,
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/flows/:flow',
        'GET /organisations/:organisation/flows',
      ])
      onClose()
    },
  })
  const catchUp = (): void => {
    form.setValues(caughtUp(valuesOf(begun), valuesOf(present), form.getValues()))
    begin(present)
  }
  return (
    <FormDialog
      title={t('flows:edit')}
      size="xl"
      retry={present.version > begun.version ? catchUp : undefined}
      {...{ onClose, submit, sending, problem }}
    >
      {begun.taken > 0 && <p className={classes.quiet}>{t('flows:editText', { count: begun.taken })}</p>}
      <FlowFields
        organisation={organisation}
        known={begun}
        inputProps={(field) => form.getInputProps(field)}
      />
    </FormDialog>
  )
}
