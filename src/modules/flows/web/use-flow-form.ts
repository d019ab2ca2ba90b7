import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'

interface FlowDatesAndName extends Record<string, unknown> {
  name: string
  startDate: string
  endDate: string
}

interface FlowFormInput<V extends FlowDatesAndName> {
  initialValues: V
  send: (values: V) => Promise<unknown>
  onDone?: () => void
}

/** A form of a flow; it needs a name, and one does not return before one leaves. */
export function useFlowForm<V extends FlowDatesAndName>(input: FlowFormInput<V>) {
  const { t } = useTranslation('flows')
  return useApiForm<V>({
    ...input,
    validate: ({ name, startDate, endDate }: V) => ({
      name: name.trim() ? null : t('flows:field.needed'),
      endDate: startDate && endDate && endDate < startDate ? t('flows:field.before-departure') : null,
    }),
  })
}
