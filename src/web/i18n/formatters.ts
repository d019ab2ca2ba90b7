import { useTranslation } from 'react-i18next'
import type { Day } from '#shared/dates.ts'

export type DateStyle = 'short' | 'medium' | 'long' | 'weekday'

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
}

/** The programme's own country codes where they differ from ISO 3166 (Interinstitutional Style Guide, annex A5). */
const isoCountries: Record<string, string> = { EL: 'GR', UK: 'GB' }

/** How dates, numbers and names are written in one language. Days are days everywhere: no time zone moves them. */
export interface Format {
  /** `2027-05-04` → "4 May 2027". */
  date(day: Day, style?: DateStyle): string
  /** "4–29 May 2027". */
  dateRange(from: Day, to: Day, style?: DateStyle): string
  /** `2027-05` → "May 2027". */
  month(month: string): string
  /** A moment (ISO text or Date) in the reader's own time zone, or in the IANA zone given. */
  dateTime(moment: string | Date, timeZone?: string): string
  /** 12 → "in 12 days", -1 → "yesterday". */
  relativeDays(days: number): string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** 0.25 → "25%". */
  percent(share: number): string
  /** An amount in whole units of the currency (euros, not cents). */
  money(amount: number, currency?: string): string
  /** `ES` → "Spain"; the code itself when it names no country. */
  country(code: string): string
  /** `it` → "Italian". */
  language(code: string): string
  /** "Anna, Luca and Sofia". */
  list(items: readonly string[]): string
}

const formats = new Map<string, Format>()

/** The formats of a language; made once. */
export function formatOf(language: string): Format {
  const known = formats.get(language)
  if (known) return known
  const made = makeFormat(language)
  formats.set(language, made)
  return made
}

/** The formats of the language on screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return formatOf(i18n.language)
}

function makeFormat(language: string): Format {
  // English is British here: day before month, as everybody in Europe reads it.
  const locale = language === 'en' ? 'en-GB' : language
  const dates = once(
    (style: DateStyle) => new Intl.DateTimeFormat(locale, { ...dateStyles[style], timeZone: 'UTC' }),
  )
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const times = once(
    (timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(timeZone ? { timeZone } : {}),
      }),
  )
  const monies = once((currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency }))
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    date: (day, style = 'medium') => dates(style).format(midnight(day)),
    dateRange: (from, to, style = 'medium') => dates(style).formatRange(midnight(from), midnight(to)),
    month: (month) => months.format(midnight(`${month}-01`)),
    dateTime: (moment, timeZone = '') => times(timeZone).format(new Date(moment)),
    relativeDays: (days) => relative.format(days, 'day'),
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    percent: (share) => percents.format(share),
    money: (amount, currency = 'EUR') => monies(currency).format(amount),
    country: (code) => named(countries, isoCountries[code] ?? code, code),
    language: (code) => named(languages, code, code),
    list: (items) => lists.format(items),
  }
}

function named(names: Intl.DisplayNames, code: string, otherwise: string): string {
  try {
    return names.of(code) ?? otherwise
  } catch {
    return otherwise
  }
}

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

function once<K extends string, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
