import { decideNumberStyle, readNumber, type DecimalSign } from './numbers-in-cells.rules.ts'
import { searchKey } from './search-key.rules.ts'

export type LengthUnit = 'days' | 'weeks' | 'months'

/** The length of a stay as a cell gives it; the unit only if the cell names one. */
export interface CellLength {
  length: number
  unit?: LengthUnit
}

const units: readonly (readonly [LengthUnit, RegExp])[] = [
  ['days', /^(?:d|gg?|j|days?|giorn[oi]|dias?|tage?n?|jours?)$/],
  ['weeks', /^(?:w|wk|wks|sett|sem|weeks?|settiman[ae]|semanas?|wochen?|semaines?)$/],
  ['months', /^(?:m|mo|months?|mes[ei]|meses|mes|monate?n?|mois)$/],
]

/** Reads `8.5`, `8,5`, `3 weeks`, `2 mesi`, `14 Tage`; null for anything else, for nothing and for less than nothing. */
export function readLength(text: string, decimal?: DecimalSign): CellLength | null {
  const found = /^\s*([\d.,]+)\s*(\p{L}*)\.?\s*$/u.exec(text)
  if (!found) return null
  const [, digits = '', word = ''] = found
  const number = readNumber(digits, decimal ?? decideNumberStyle([digits]).decimal)
  if (!('value' in number) || Number(number.value) <= 0) return null
  const length = Number(number.value)
  if (!word) return { length }
  const unit = units.find(([, words]) => words.test(searchKey(word)))?.[0]
  return unit ? { length, unit } : null
}
