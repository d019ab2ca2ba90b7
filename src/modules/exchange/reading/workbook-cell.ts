/** A value as read-excel-file gives it, numbers as the text of the file. */
export type WorkbookValue = string | number | boolean | Date | null | undefined

/**
 * A workbook's value as the text a person would type: a date as ISO (with the time only if there is one), a number without exponent
 * or float noise, TRUE and FALSE. Null for a date that no calendar has.
 */
export function cellText(value: WorkbookValue): string | null {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Days of Excel's calendar are UTC midnights here; a time of day is rounded to the minute, as fractions of a day are not exact. */
function dateText(date: Date): string | null {
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000)
  if (Number.isNaN(rounded.getTime()) || rounded.getUTCFullYear() > 9999) return null
  const [day = '', time = ''] = rounded.toISOString().split('T')
  const clock = time.slice(0, 5)
  // Times without a day are counted from Excel's day zero.
  if (rounded.getUTCFullYear() < 1900) return rounded.getTime() >= Date.UTC(1899, 11, 30) ? clock : null
  return clock === '00:00' ? day : `${day} ${clock}`
}

/**
 * The text of a number as Excel shows it: fifteen digits that count, no exponent. Whole numbers keep every digit of the file
 * (phone numbers, account numbers).
 */
export function numberText(raw: string): string {
  const text = raw.trim()
  if (/^-?\d{1,21}$/.test(text)) return text
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  const [digits = '', exponent = '0'] = value.toPrecision(15).split('e')
  const plain = shiftPoint(digits, Number(exponent))
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
}

/** Writes d.ddd times a power of ten without the power. */
function shiftPoint(digits: string, power: number): string {
  if (power === 0) return digits
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(digits) ?? []
  const all = whole + fraction
  const point = whole.length + power
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return `${sign}${all.slice(0, point).padEnd(point, '0')}${point < all.length ? `.${all.slice(point)}` : ''}`
}
