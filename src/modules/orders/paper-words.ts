import type { LanguageCode } from '#shared/languages.ts'
import { wordsIn } from '#server/words.ts'

/** Columns of amounts line up in every language: Spanish would group from five digits on. */
const grouped = { useGrouping: 'always' } as const

/** How a paper or mail writes dates, numbers and money. */
export function paperWords(language: LanguageCode) {
  const t = wordsIn(language)
  const locale = language === 'en' ? 'en-GB' : language
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
  return {
    t,
    date: (day: string): string => date.format(at(day)),
    range: (from: string, to: string): string => date.formatRange(at(from), at(to)),
    number: (value: number): string => new Intl.NumberFormat(locale, grouped).format(value),
    percent: (value: number): string =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100),
    money: (value: number, currency: string): string =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, ...grouped }).format(value),
    country: (code: string | null): string | null => {
      if (!code) return null
      const iso = { EL: 'GR', UK: 'GB' }[code] ?? code
      try {
        return countries.of(iso) ?? code
      } catch {
        return code
      }
    },
  }
}
export type PaperWords = ReturnType<typeof paperWords>
