import { daysBetween, type Day } from '#shared/dates.ts'

/** What money is spent on during a stay; the usual heads of a group's accounts. */
export const expenseCategories = [
  'travel',
  'local-transport',
  'accommodation',
  'meals',
  'culture',
  'medical',
  'materials',
  'insurance',
  'other',
] as const
export type ExpenseCategory = (typeof expenseCategories)[number]

/** The rate of the European Central Bank is not published on weekends and holidays: an older one counts so long. */
const freshDays = 7

export interface DatedRate {
  day: Day
  perEuro: number
}

/** The latest rate on or before a day, if it is not too old. */
export function rateOf(rates: readonly DatedRate[], day: Day): DatedRate | null {
  const [latest] = rates.filter((rate) => rate.day <= day).toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return latest && daysBetween(latest.day, day) <= freshDays ? latest : null
}

/** Euros to the cent, half up; null without a rate: an amount is never guessed. */
export function inEuros(amount: number, currency: string, perEuro: number | null): number | null {
  if (currency === 'EUR') return amount
  return perEuro === null ? null : Math.floor((amount / perEuro) * 100 + 0.5) / 100
}

/** Why an expense cannot be so, or null; words in `expenses:field.<code>`. */
export function whyNotDay(day: Day, today: Day): 'in-the-future' | 'too-long-ago' | null {
  if (day > today) return 'in-the-future'
  return daysBetween(day, today) > 800 ? 'too-long-ago' : null
}
