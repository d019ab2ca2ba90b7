import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'

export interface ShownPhrase {
  key: string
  values: Record<string, string | number>
  parts?: readonly ShownPhrase[] | undefined
}

const euros = new Set([
  'amount',
  'rate',
  'full',
  'exact',
  'alternative',
  'cost',
  'cap',
  'uncapped',
  'more',
  'unit',
])
const days = new Set(['start', 'end'])

/** Formulas, rules, warnings and problems of a grant as sentences in the reader's language. */
export function usePhraseWords() {
  const { t } = useTranslation(['grants', 'mobilities'])
  const format = useFormat()
  const spoken = (name: string, value: string | number): string => {
    if (euros.has(name) && typeof value === 'number') return format.money(value)
    if (typeof value === 'number') return format.number(value)
    if (name === 'activity') return t(`mobilities:activityType.${value}`, { defaultValue: value })
    if (name === 'role') return t(`grants:role.${value}`, { defaultValue: value })
    if (name === 'country' && /^[A-Z]{2}$/.test(value)) return format.country(value)
    return days.has(name) ? format.date(value) : value
  }
  const valuesOf = ({ values }: ShownPhrase): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spoken(name, value)]))
  const say = (phrase: ShownPhrase, kind: 'formula' | 'warning' | 'problem' = 'formula'): string => {
    const { key } = phrase
    if (key.startsWith('missing.')) {
      const what = t(`grants:${key}`, valuesOf(phrase))
      return kind === 'warning' ? t('grants:warning.missing', { ...valuesOf(phrase), what }) : what
    }
    if (key.startsWith('rule.')) return t(`grants:${key}`, valuesOf(phrase))
    const parts = (phrase.parts ?? []).map((part) => say(part)).join(' + ')
    return t(`grants:${kind}.${key}`, { about: '', ...valuesOf(phrase), parts }).trim()
  }
  return say
}
