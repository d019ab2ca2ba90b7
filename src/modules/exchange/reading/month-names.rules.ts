import { searchKey } from './search-key.rules.ts'

/** The languages whose month names are understood; where two disagree on a word, the first in this list wins. */
const languages = ['en', 'it', 'es', 'de', 'fr', 'pt', 'nl', 'pl']

/** Short forms that people write and `Intl` does not. */
const others: Record<string, number> = {
  sept: 9,
  set: 9,
  mrz: 3,
  maerz: 3,
  jaenner: 1,
  janner: 1,
  setiembre: 9,
  juill: 7,
}

const monthNames = collect()

function collect(): Map<string, number> {
  const names = new Map<string, number>()
  const add = (name: string, month: number): void => {
    const key = searchKey(name)
    if (key && !names.has(key)) names.set(key, month)
  }
  for (const language of languages) {
    for (let month = 1; month <= 12; month += 1) {
      const day = Date.UTC(2026, month - 1, 4)
      for (const style of ['long', 'short'] as const) {
        add(new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(day), month)
        // Slavic languages bend the month's name beside a day.
        const parts = new Intl.DateTimeFormat(language, {
          day: 'numeric',
          month: style,
          timeZone: 'UTC',
        }).formatToParts(day)
        add(parts.find((part) => part.type === 'month')?.value ?? '', month)
      }
    }
  }
  for (const [name, month] of Object.entries(others)) add(name, month)
  return names
}

/** The month (1 to 12) that a word means, in any of eight languages, whole or short, with or without accents; null for other words. */
export function monthOfName(word: string): number | null {
  return monthNames.get(searchKey(word)) ?? null
}
