import {
  electronicFormatIBAN,
  friendlyFormatIBAN,
  isSEPACountry,
  isValidBIC,
  validateIBAN,
  ValidationErrorsIBAN,
} from 'ibantools'

/** Why a number is no IBAN (ISO 13616), or null; words in `payments:iban.<code>`. */
export type IbanMistake = 'country' | 'length' | 'checksum' | 'form' | 'outside-sepa'

export const plainIban = (typed: string): string => electronicFormatIBAN(typed) ?? ''
export const readableIban = (iban: string): string => friendlyFormatIBAN(iban) ?? iban
/** Enough to know it again: country, and the last four. */
export const maskedIban = (iban: string): string => `${iban.slice(0, 2)}·· ···· ${iban.slice(-4)}`

export function whyNotIban(iban: string): IbanMistake | null {
  const { valid, errorCodes } = validateIBAN(iban)
  if (valid) return isSEPACountry(iban.slice(0, 2)) ? null : 'outside-sepa'
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'country'
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) return 'length'
  return errorCodes.includes(ValidationErrorsIBAN.WrongIBANChecksum) ? 'checksum' : 'form'
}

/** Whether a bank's code has the form of ISO 9362. */
export const isBic = (bic: string): boolean => isValidBIC(bic)
