import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { ProjectWarnings } from './ProjectWarnings.tsx'
import { AwardFields, ProjectFields } from './ProjectFields.tsx'
import { changedAward, inputOf, noProject } from './project-values.ts'
import { useProjectForm } from './use-project-form.ts'
import { codeWarnings } from '../project-warnings.rules.ts'

/** Writes down a project from its grant agreement. */
export function AddProjectDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation('projects')
  const money = useMay()('money.read')
  const navigate = useNavigate()
  const client = useQueryClient()
  const empty = noProject(Number(todayHere().slice(0, 4)))
  const { form, submit, sending, problem } = useProjectForm({
    initialValues: empty,
    send: async (values) => {
      const { field, ...input } = inputOf(values)
      const made = await api('POST /organisations/:organisation/projects', {
        params: { organisation },
        body: {
          ...input,
          ...(field.trim() ? { field } : {}),
          ...(money ? { awarded: changedAward(empty.awarded, values.awarded) } : {}),
        },
      })
      await refresh(client, ['GET /organisations/:organisation/projects'])
      await navigate(paths.project(organisation, made.id))
    },
  })
  const { code, callYear, action } = form.values
  return (
    <FormDialog
      title={t('projects:add')}
      confirm={t('projects:add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <ProjectFields inputProps={(field) => form.getInputProps(field)} />
      {code.trim() !== '' && (
        <ProjectWarnings warnings={codeWarnings({ code: code.trim(), callYear: Number(callYear), action })} />
      )}
      {money && <AwardFields inputProps={(field) => form.getInputProps(field)} />}
    </FormDialog>
  )
}
