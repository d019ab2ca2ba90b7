import { Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { proposedCopy } from '../copy-project.rules.ts'
import type { ProjectAnswer } from './ProjectPage.tsx'
import { ProjectFields } from './ProjectFields.tsx'
import { inputOf, valuesOf } from './project-values.ts'
import { useProjectForm } from './use-project-form.ts'

interface CopyProjectDialogProps {
  organisation: string
  project: ProjectAnswer
  onClose: () => void
}

/** The project of the next call, like this one; its flows come along, people and money do not. */
export function CopyProjectDialog({ organisation, project, onClose }: CopyProjectDialogProps) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [withFlows, setWithFlows] = useState(project.flows > 0)
  const { form, submit, sending, problem } = useProjectForm({
    initialValues: valuesOf({ ...project, ...proposedCopy(project), awarded: {} }),
    send: async (values) => {
      const { field, ...input } = inputOf(values)
      const made = await api('POST /organisations/:organisation/projects/:project/copy', {
        params: { organisation, project: project.id },
        body: { ...input, ...(field.trim() ? { field } : {}), withFlows },
      })
      await refresh(client, [
        'GET /organisations/:organisation/projects',
        'GET /organisations/:organisation/flows',
      ])
      onClose()
      await navigate(paths.project(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('projects:copy.title', { title: project.title })}
      confirm={t('projects:copy.confirm')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{t('projects:copy.text')}</p>
      <ProjectFields inputProps={(field) => form.getInputProps(field)} />
      {project.flows > 0 && (
        <Switch
          label={t('projects:copy.withFlows', { count: project.flows })}
          description={t('projects:copy.withFlowsText')}
          checked={withFlows}
          onChange={(event) => setWithFlows(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  )
}
