import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { nextYearDay, nextYearInText } from '#modules/projects/copy-project.rules.ts'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { FlowDates } from './FlowFields.tsx'
import type { FlowAnswer } from './FlowPage.tsx'
import { ProjectSelect } from './ProjectSelect.tsx'
import { useFlowForm } from './use-flow-form.ts'

interface CopyFlowDialogProps {
  organisation: string
  flow: FlowAnswer
  onClose: () => void
}

/** A flow like this one, 52 weeks later unless told; people are not copied. */
export function CopyFlowDialog({ organisation, flow, onClose }: CopyFlowDialogProps) {
  const { t } = useTranslation('flows')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useFlowForm({
    initialValues: proposedCopy(flow),
    send: async ({ startDate, endDate, ...values }) => {
      const made = await api('POST /organisations/:organisation/flows/:flow/copy', {
        params: { organisation, flow: flow.id },
        body: { ...values, startDate: startDate || null, endDate: endDate || null },
      })
      await refresh(client, [
        'GET /organisations/:organisation/flows',
        'GET /organisations/:organisation/projects/:project',
      ])
      onClose()
      await navigate(paths.flow(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('flows:copy.title', { name: flow.name })}
      confirm={t('flows:copy.confirm')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{t('flows:copy.text')}</p>
      <TextInput label={t('flows:field.name')} required data-autofocus {...form.getInputProps('name')} />
      <ProjectSelect
        organisation={organisation}
        known={flow.project}
        label={t('flows:field.project')}
        {...form.getInputProps('projectId')}
      />
      <div className={classes.fields}>
        <FlowDates inputProps={(field) => form.getInputProps(field)} />
      </div>
    </FormDialog>
  )
}

function proposedCopy({ name, project, startDate, endDate }: FlowAnswer) {
  const year = Number(startDate?.slice(0, 4) ?? 0)
  return {
    name: year > 0 ? nextYearInText(name, year) : name,
    projectId: project?.id ?? null,
    startDate: nextYearDay(startDate, 365) ?? '',
    endDate: nextYearDay(endDate, 365) ?? '',
  }
}
