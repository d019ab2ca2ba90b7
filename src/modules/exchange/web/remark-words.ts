import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { FieldKey, ImportRow } from './use-import.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** What a remark on a row says, in the reader's words: days and countries as they are written here. */
export function useRemarkWords(): (
  problem: Pick<ImportRow['problems'][number], 'code' | 'values'>,
) => string {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const readable = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return value
    if (name === 'country') return format.country(value)
    return day.test(value) && name !== 'text' ? format.date(value) : value
  }
  return ({ code, values = {} }) =>
    t(
      `exchange:row.${code}`,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(name, value)])),
    )
}

/** What a field is called. */
export function useFieldName(): (field: FieldKey) => string {
  const { t } = useTranslation('exchange')
  return (field) => t(`exchange:field.${field}`)
}
