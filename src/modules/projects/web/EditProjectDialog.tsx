import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changedFields } from '#modules/organisations/web/changed-fields.ts'
import { api } from '#web/api/api.ts'
import { caughtUp } from '#web/api/caught-up.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { ProjectAnswer } from './ProjectPage.tsx'
import { AwardFields, ProjectFields } from './ProjectFields.tsx'
import { changedAward, inputOf, valuesOf } from './project-values.ts'
import { useProjectForm } from './use-project-form.ts'

interface EditProjectDialogProps {
  organisation: string
  first: ProjectAnswer
  present: ProjectAnswer
  /** The plain fields, or the money. */
  part: 'fields' | 'award'
  onClose: () => void
}

/** Only what was changed is sent; a change by somebody else meanwhile is told, not overwritten. */
export function EditProjectDialog({ organisation, first, present, part, onClose }: EditProjectDialogProps) {
  const { t } = useTranslation('projects')
  const client = useQueryClient()
  const [begun, begin] = useState(first)
  const initial = valuesOf(begun)
  const { form, submit, sending, problem } = useProjectForm({
    initialValues: initial,
    send: (values) =>
      api('PATCH /organisations/:organisation/projects/:project', {
        params: { organisation, project: begun.id },
        version: begun.version,
        body:
          part === 'award'
            ? { awarded: changedAward(initial.awarded, values.awarded) }
            : (changedFields(inputOf(initial), inputOf(values)) as object),
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/projects/:project',
        'GET /organisations/:organisation/projects',
        'GET /organisations/:organisation/flows',
      ])
      onClose()
    },
  })
  const catchUp = (): void => {
    form.setValues(caughtUp(valuesOf(begun), valuesOf(present), form.getValues()))
    begin(present)
  }
  const Fields = part === 'award' ? AwardFields : ProjectFields
  return (
    <FormDialog
      title={t(part === 'award' ? 'projects:award.edit' : 'projects:edit')}
      size="xl"
      retry={present.version > begun.version ? catchUp : undefined}
      {...{ onClose, submit, sending, problem }}
    >
      <Fields inputProps={(field) => form.getInputProps(field)} />
    </FormDialog>
  )
}
