/** How an invoice is called: fixed words around {year} or {yy}, and {number}, filled up to a length by {number:4}. */
const part = /\{(year|yy|number(?::(\d))?)\}/g

export type FormatMistake = 'no-number' | 'no-year' | 'no-form'

/** Why a format cannot be, or null. Numbers begin anew each year, so the year has to be in it; words in `orders:field.<code>`. */
export function whyNotFormat(format: string): FormatMistake | null {
  const parts = [...format.matchAll(part)].map(([, name = '']) => name)
  if (/[{}]/.test(format.replaceAll(part, ''))) return 'no-form'
  if (parts.filter((name) => name.startsWith('number')).length !== 1) return 'no-number'
  return parts.some((name) => name.startsWith('y')) ? null : 'no-year'
}

/** The number of a document: `R-{year}-{number:4}` with 2027 and 12 → `R-2027-0012`. */
export const numberOf = (format: string, year: number, sequence: number): string =>
  format.replaceAll(part, (_, name: string, length: string | undefined) => {
    if (name === 'year') return String(year)
    if (name === 'yy') return String(year % 100).padStart(2, '0')
    return String(sequence).padStart(Number(length ?? 1), '0')
  })
