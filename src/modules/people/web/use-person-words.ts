import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { PersonField } from '../people.rules.ts'

/** How the values of a file are read: dates, countries, languages and choices in words. Empty where nothing is known. */
export function usePersonWords(): (field: PersonField, value: string | null | undefined) => string {
  const { t } = useTranslation('people')
  const format = useFormat()
  return (field, value) => {
    if (!value) return ''
    if (field === 'birthDate') return format.date(value)
    if (field === 'nationality' || field === 'country') return format.country(value)
    if (field === 'language') return format.language(value)
    if (field === 'kind') return t(`people:kind.${value}`)
    if (field === 'gender') return t(`people:gender.${value}`, { defaultValue: value })
    return value
  }
}
