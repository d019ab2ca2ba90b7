import { isDay, type Day } from '#shared/dates.ts'

/**
 * The day that somebody wrote under "paid": YYYY-MM-DD, or as spreadsheets in Europe rewrite it, day first (26/04/2027, 26.4.2027). Null when it
 * is none.
 */
export function paidDay(text: string): Day | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? []
  const plain = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(plain) ? plain : null
}
