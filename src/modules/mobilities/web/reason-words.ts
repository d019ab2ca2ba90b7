import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'

export interface Reason {
  code: string
  values: Record<string, string | number>
}

/** Words for a reason of the rules; days in it are written as the reader writes them. Load the namespace first. */
export function useReasonWords(
  section: 'mobilities:whyNot' | 'mobilities:duration' | 'bulk:whyNot' | 'tasks:whyNot',
) {
  const { t } = useTranslation(section.slice(0, section.indexOf(':')))
  const format = useFormat()
  return ({ code, values }: Reason): string => {
    const shown = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value,
    ])
    const key = code.includes(':') ? code : `${section}.${code}`
    return String(t(key, { ...Object.fromEntries(shown), defaultValue: code }))
  }
}
