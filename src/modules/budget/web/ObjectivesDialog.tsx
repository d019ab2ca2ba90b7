import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { Budget } from './budget-answers.ts'
import { objectivesOf } from './objectives-of.ts'

interface ObjectivesDialogProps {
  budget: Budget
  organisation: string
  onClose: () => void
}

/** The project's objectives, one a line. */
export default function ObjectivesDialog({ budget, organisation, onClose }: ObjectivesDialogProps) {
  const { t } = useTranslation('budget')
  const client = useQueryClient()
  const [opened] = useState(budget)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { text: opened.objectives.map(({ text }) => text).join('\n') },
    send: ({ text }) =>
      api('PUT /organisations/:organisation/projects/:project/objectives', {
        params: { organisation, project: budget.project.id },
        body: {
          objectives: objectivesOf(text, opened.objectives),
          version: opened.project.version,
        },
      }),
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/projects/:project/budget'])
      onClose()
    },
  })
  return (
    <FormDialog title={t('budget:targets.objectives')} size="lg" {...{ onClose, submit, sending, problem }}>
      <Textarea
        label={t('budget:targets.objectivesLabel')}
        autosize
        minRows={5}
        data-autofocus
        {...form.getInputProps('text')}
      />
    </FormDialog>
  )
}
