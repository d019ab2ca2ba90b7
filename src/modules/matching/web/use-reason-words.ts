import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { useFieldName } from '#modules/companies/web/use-terms.ts'
import type { Plan } from './plan-answers.ts'

type PlanTitle = Pick<Plan['positions'][number], 'id' | 'title' | 'company'>
type Reason = Plan['unplaced'][number]['reasons'][number]

/** A reason in words, with the value that is asked for. */
export function useReasonWords(plan: { positions: readonly PlanTitle[] }): (reason: Reason) => string {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const fieldName = useFieldName()
  const titles = new Map(plan.positions.map(({ id, title, company }) => [id, `${title}, ${company}`]))
  return ({ code, count, positionId, values }) => {
    const missing = values['missing']
    const key = typeof missing === 'string' ? `${code}.${missing}` : code
    return t(`matching:reason.${key}`, {
      count,
      example: titles.get(positionId ?? '') ?? '',
      ...spoken(values, format),
      ...(code === 'field' && typeof values['needed'] === 'string' && values['needed'] !== ''
        ? { needed: fieldName(values['needed']), own: fieldName(String(values['own'] ?? '')) }
        : {}),
    })
  }
}

function spoken(
  values: Reason['values'],
  format: ReturnType<typeof useFormat>,
): Record<string, string | number> {
  return {
    ...values,
    ...(typeof values['language'] === 'string' ? { language: format.language(values['language']) } : {}),
    ...(typeof values['from'] === 'string' && typeof values['to'] === 'string'
      ? { period: format.dateRange(values['from'], values['to']) }
      : {}),
  }
}
