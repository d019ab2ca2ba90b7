/** An OID as the Organisation Registration System writes it: no blanks, capital E. */
export const plainOid = (text: string): string => text.replaceAll(/[\s.\-–]/g, '').toUpperCase()

/**
 * Why a text cannot be an OID; words in `organisations:oid.<code>`. An OID is `E` and 8 digits (NA wiki, "Organisation ID");
 * nine digits are a PIC, which centralised actions use, and people mix the two up.
 */
export function whyNotOid(text: string): 'pic' | 'erasmus-code' | 'too-few' | 'too-many' | 'form' | null {
  const oid = plainOid(text)
  if (/^E\d{8}$/.test(oid)) return null
  if (/^\d{9}$/.test(oid)) return 'pic'
  if (/^[A-Z]{1,3}[A-Z-]{2,7}\d{2,3}$/.test(oid)) return 'erasmus-code'
  if (/^E\d{0,7}$/.test(oid)) return 'too-few'
  return /^E\d{9,}$/.test(oid) ? 'too-many' : 'form'
}

/** An Erasmus code for comparison: `E VALENCI01` and `e  valenci01` are the same. */
export const plainErasmusCode = (code: string): string => code.trim().replaceAll(/\s+/g, ' ').toUpperCase()
