import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import type { ProjectValues } from './project-values.ts'

interface ProjectFormInput {
  initialValues: ProjectValues
  send: (values: ProjectValues) => Promise<unknown>
  onDone?: () => void
}

/** A form of a project that asks for what a project cannot be without. */
export function useProjectForm(input: ProjectFormInput) {
  const { t } = useTranslation('projects')
  const needed = (value: unknown): string | null =>
    String(value ?? '').trim() === '' ? t('projects:field.needed') : null
  return useApiForm<ProjectValues>({
    ...input,
    validate: {
      code: needed,
      title: needed,
      callYear: needed,
      startDate: needed,
      endDate: (value: string, { startDate }: ProjectValues) =>
        needed(value) ?? (value < startDate ? t('projects:field.before-start') : null),
    },
  })
}
