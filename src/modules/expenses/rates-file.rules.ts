import { isDay, type Day } from '#shared/dates.ts'

/** How much of a currency one euro was on a day. */
export interface CurrencyRate {
  currency: string
  day: Day
  perEuro: number
}

/** What a text could not be read as: its line, and what stands there. */
export interface UnreadLine {
  line: number
  text: string
}

/**
 * The euro reference rates in the files that the European Central Bank publishes: `eurofxref-daily.xml` and its 90-day and whole histories,
 * `eurofxref.csv` and `eurofxref-hist.csv`. Null when the text is none of them; "N/A" is no rate.
 */
export function readRatesFile(text: string): CurrencyRate[] | null {
  const rates = /<Cube[\s>]/.test(text) ? fromXml(text) : fromCsv(text)
  return rates.length === 0 ? null : rates
}

function fromXml(text: string): CurrencyRate[] {
  const rates: CurrencyRate[] = []
  let day = ''
  for (const [, attributes = ''] of text.matchAll(/<Cube\s+([^>]*?)\/?>/g)) {
    day = attribute(attributes, 'time') ?? day
    const [currency, rate] = [attribute(attributes, 'currency'), attribute(attributes, 'rate')]
    if (currency !== null && rate !== null) rates.push(...rateOfCell(currency, day, rate))
  }
  return rates
}

const attribute = (text: string, name: string): string | null =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(text)?.[1] ?? null

function fromCsv(text: string): CurrencyRate[] {
  const [head = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const names = head.split(',').map((name) => name.trim())
  if (names[0]?.toLowerCase() !== 'date') return []
  return lines.flatMap((line) => {
    const [day = '', ...cells] = line.split(',').map((cell) => cell.trim())
    return cells.flatMap((cell, at) => rateOfCell(names[at + 1] ?? '', dayOf(day), cell))
  })
}

function rateOfCell(currency: string, day: Day, text: string): CurrencyRate[] {
  const perEuro = Number(text)
  return /^[A-Z]{3}$/.test(currency) && isDay(day) && perEuro > 0 ? [{ currency, day, perEuro }] : []
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** `2027-05-04`, or as the daily file writes it: `4 May 2027`. */
function dayOf(text: string): Day {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(text) ?? []
  if (year === '') return text
  return `${year}-${String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Lines such as "PLN 2027-05-04 4,25", and those that are none. Empty lines are nothing. */
export function readRateLines(text: string): { rates: CurrencyRate[]; unread: UnreadLine[] } {
  const rates: CurrencyRate[] = []
  const unread: UnreadLine[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, currency = '', day = '', rate = ''] =
      /^\s*([A-Za-z]{3})[\s;,]+(\d{4}-\d{2}-\d{2})[\s;]+(\d+(?:[.,]\d+)?)\s*$/.exec(line) ?? []
    const read = rateOfCell(currency.toUpperCase(), day, rate.replace(',', '.'))
    if (read.length === 0) unread.push({ line: at + 1, text: line.trim() })
    rates.push(...read)
  }
  return { rates, unread }
}
