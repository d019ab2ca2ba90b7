/**
 * Kinds of tax on a line, as European invoices name them (UNCL 5305, the part that EN 16931 uses). Which one holds for whom is
 * not decided here: an organisation says so of itself, with its own words for an exemption.
 */
export const vatCodes = ['S', 'Z', 'E', 'AE', 'O'] as const
export type VatCode = (typeof vatCodes)[number]

/** A regime of the organisation that lines can choose. */
export interface VatRegime {
  name: string
  category: VatCode
  rate: number
  reason: string | null
  reasonCode: string | null
}

export type VatMistake = 'rate-needed' | 'rate-zero' | 'reason-needed'

/** Why a regime cannot be, or null (BR-S-05, BR-Z-05, BR-E-05, BR-AE-05; BR-E-10, BR-AE-10, BR-O-10); words in `orders:vatMistake.<code>`. */
export function whyNotVat(vat: {
  category: VatCode
  rate: number
  reason?: string | null | undefined
  reasonCode?: string | null | undefined
}): VatMistake | null {
  if (vat.category === 'S') return vat.rate > 0 ? null : 'rate-needed'
  if (vat.rate !== 0) return 'rate-zero'
  return vat.category === 'Z' || vat.reason || vat.reasonCode ? null : 'reason-needed'
}

/** The form of a VAT number: the country's letters and up to 12 signs (Directive 2006/112/EC, art. 215; Greece writes EL). */
export const isVatId = (text: string): boolean => /^[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(text)
/** A VAT number without the blanks, dots and hyphens that people put in. */
export const plainVatId = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.\-/]/g, '')
