import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changedFields } from '#modules/organisations/web/changed-fields.ts'
import { api } from '#web/api/api.ts'
import { caughtUp } from '#web/api/caught-up.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { PersonAnswer } from './PersonPage.tsx'
import { PersonFields } from './PersonFields.tsx'
import { inputOf, valuesOf } from './person-values.ts'

interface EditPersonDialogProps {
  organisation: string
  first: PersonAnswer
  present: PersonAnswer
  onClose: () => void
}

/** Only what was changed is sent; a change by somebody else meanwhile is told, not overwritten. */
export function EditPersonDialog({ organisation, first, present, onClose }: EditPersonDialogProps) {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const [begun, begin] = useState(first)
  const initial = valuesOf(begun)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: initial,
    validate: { givenName: (value: string) => (value.trim() ? null : t('people:needed')) },
    send: (values) =>
      api('PATCH /organisations/:organisation/people/:person', {
        params: { organisation, person: begun.id },
        version: begun.version,
        body: changedFields(inputOf(initial), inputOf(values)) as object,
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/people/:person',
        'GET /organisations/:organisation/people',
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
      title={t('people:editOf', { name: `${begun.givenName} ${begun.familyName}`.trim() })}
      size="xl"
      retry={present.version > begun.version ? catchUp : undefined}
      {...{ onClose, submit, sending, problem }}
    >
      <PersonFields inputProps={(field) => form.getInputProps(field)} />
    </FormDialog>
  )
}
