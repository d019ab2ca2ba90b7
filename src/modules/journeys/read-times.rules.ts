import { isDay, type Day } from '#shared/dates.ts'

/** Months by their first letters, in the languages of tickets. */
const months: readonly string[][] = [
  ['jan', 'gen', 'ene', 'janv'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'maa', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'maj'],
  ['jun', 'giu', 'juin'],
  ['jul', 'lug', 'juil'],
  ['aug', 'ago', 'aoû', 'aou'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic', 'déc'],
]

const monthOf = (word: string): number => {
  const plain = word.toLowerCase()
  const longest = months.findIndex((names) => names.some((name) => name.length > 3 && plain.startsWith(name)))
  return longest >= 0
    ? longest + 1
    : months.findIndex((names) => names.some((name) => plain.startsWith(name))) + 1
}

/**
 * A day as tickets write it: `2027-05-04`, `04/05/2027`, `4.5.`, `4 May`, `04MAY27`. A day without a year is the one nearest to `near`.
 * Null where nothing reads as a day.
 */
export function readDay(text: string, near: Day): Day | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3], near)
  const numbers = /(?<![\d:.])(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?![\d:])/.exec(text)
  if (numbers) return dayOf(numbers[3], numbers[2], numbers[1], near)
  const words =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º)?\s*(?:de\s+)?(\p{L}{3,12})\.?(?:\s*(?:de\s+)?,?\s*(\d{4}|\d{2}(?!\s*[:h.]\s*\d)))?/u.exec(
      text,
    )
  const month = words ? monthOf(words[2] ?? '') : 0
  if (words && month > 0) return dayOf(words[3], String(month), words[1], near)
  const first = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d:])/u.exec(text)
  const named = first ? monthOf(first[1] ?? '') : 0
  return first && named > 0 ? dayOf(first[3], String(named), first[2], near) : null
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  near: Day,
): Day | null {
  const two = (text: string | undefined): string => (text ?? '').padStart(2, '0')
  const tail = `${two(month)}-${two(day)}`
  if (year !== undefined) {
    const whole = `${year.length === 2 ? `20${year}` : year}-${tail}`
    return isDay(whole) ? whole : null
  }
  const around = Number(near.slice(0, 4))
  const possible = [around - 1, around, around + 1].map((one) => `${one}-${tail}`).filter(isDay)
  const away = (one: Day): number => Math.abs(Date.parse(one) - Date.parse(near))
  return possible.toSorted((a, b) => away(a) - away(b))[0] ?? null
}

/** Times as tickets write them, `HH:MM`, in order: 10:35, 10.35, 10h35, 1035. `+1` after an hour is the next day. */
export function readTimes(text: string): { time: string; nextDay: boolean }[] {
  const found = text.matchAll(
    /(?<![\d:.,/-])([01]?\d|2[0-3])\s?[:.h]\s?([0-5]\d)(?![\d.:/])(?:\s?h)?(?:\s?(am|pm)\b)?(\s?\(?\+1\)?)?/gi,
  )
  return [...found].map(([, hour = '', minutes = '', half, next]) => {
    const twelve = Number(hour) % 12
    const whole = half ? (half.toLowerCase() === 'pm' ? twelve + 12 : twelve) : Number(hour)
    return { time: `${String(whole).padStart(2, '0')}:${minutes}`, nextDay: next !== undefined }
  })
}

/** One cell that holds a time and nothing else, such as `10:35`, `1035`, `7.05`; null where it is none. */
export function readTime(cell: string): { time: string; nextDay: boolean } | null {
  const plain = /^\s*([01]\d|2[0-3])([0-5]\d)\s*$/.exec(cell)
  if (plain) return { time: `${plain[1]}:${plain[2]}`, nextDay: false }
  const seconds = /^\s*(\d{1,2}:\d{2}):\d{2}\s*$/.exec(cell)
  return readTimes(seconds?.[1] ?? cell)[0] ?? null
}
