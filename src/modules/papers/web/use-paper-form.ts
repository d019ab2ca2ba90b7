import { useTranslation } from 'react-i18next'
import { useApiForm, type ApiForm } from '#web/api/use-api-form.ts'
import type { ShownPaper } from './paper-answers.ts'
import { bodyOf, needsEnd, valuesOf, type PaperBody, type PaperValues } from './paper-values.ts'

/** The form of one paper, whoever fills it in. */
export function usePaperForm(
  shown: ShownPaper,
  nationality: string | null,
  send: (body: PaperBody) => Promise<unknown>,
  onDone: () => void,
): ApiForm<PaperValues> {
  const { t } = useTranslation('papers')
  return useApiForm<PaperValues>({
    initialValues: valuesOf(shown, nationality),
    validate: {
      validUntil: (value, values) =>
        needsEnd(shown.kind, values) && !String(value) ? t('papers:field.end-needed') : null,
    },
    send: (values) => send(bodyOf(shown.kind, values)),
    onDone,
  })
}
