import { isValidBIC, isValidIBAN } from 'ibantools'

/** Seller or buyer as an invoice names them. */
export interface Party {
  name: string
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  vatId: string | null
  /** A tax number that is not a VAT number. */
  taxNumber: string | null
  /** The number in a public register of companies or associations. */
  registration: string | null
  contact: string | null
  email: string | null
  phone: string | null
}

export const isIban = (iban: string): boolean => isValidIBAN(iban)
export const isBic = (bic: string): boolean => isValidBIC(bic)
/** An account number without the blanks that people put in. */
export const plainIban = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Whether a code names money (ISO 4217, as this platform knows it). */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

/** What is known of an organisation, as a party that still needs its tax numbers. */
export const partyFrom = (organisation: {
  name: string
  address: string | null
  town: string | null
  country: string | null
  email: string | null
  phone: string | null
}): Party => ({
  name: organisation.name,
  street: organisation.address,
  postcode: null,
  town: organisation.town,
  country: organisation.country,
  vatId: null,
  taxNumber: null,
  registration: null,
  contact: null,
  email: organisation.email,
  phone: organisation.phone,
})
