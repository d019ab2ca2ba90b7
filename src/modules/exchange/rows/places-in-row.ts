import { readOid } from '../reading/contacts-in-cells.rules.ts'
import { readCountry } from '../reading/countries-in-cells.rules.ts'
import type { CellReader } from './cell-reader.ts'
import { emailIn } from './person-in-row.ts'

export interface PartnerInRow {
  name: string
  oid: string | null
  erasmusCode: string | null
  country: string | null
  town: string | null
  email: string | null
}

export interface PlacesInRow {
  country: string | null
  town: string | null
  hosting: PartnerInRow | null
  company: PartnerInRow | null
}

/** Where a row goes: its country (also from its host's), host and company. A row without any country is refused. */
export function placesInRow(cells: CellReader): PlacesInRow {
  const hosting = partnerIn(cells, 'hosting')
  const company = partnerIn(cells, 'company')
  const stated = countryIn(cells, 'country')
  const country = stated ?? hosting?.country ?? company?.country ?? countryOfCode(cells, hosting)
  if (!country) cells.add('country', 'country-missing', 'error')
  const town = cells.short('town', 200) ?? hosting?.town ?? company?.town ?? null
  // A file that has one country column means the place of the company and of the host by it.
  return { country, town, hosting: placed(hosting, country), company: placed(company, country) }
}

const placed = (partner: PartnerInRow | null, country: string | null): PartnerInRow | null =>
  partner && { ...partner, country: partner.country ?? country }

function partnerIn(cells: CellReader, of: 'hosting' | 'company'): PartnerInRow | null {
  const name = cells.short(`${of}.name`, 300)
  const oid = of === 'hosting' ? cells.read('hosting.oid', readOid, 'oid-unreadable') : null
  if (!name) return null
  return {
    name,
    oid,
    erasmusCode: isErasmusCode(name) ? name : null,
    country: countryIn(cells, `${of}.country`),
    town: cells.short(`${of}.town`, 200),
    email: emailIn(cells, `${of}.email`),
  }
}

const countryIn = (
  cells: CellReader,
  field: 'country' | 'hosting.country' | 'company.country',
): string | null => cells.read(field, readCountry, 'country-unreadable', 'error')

/** `E  VALENCI01`, `NL UTRECHT27`, `IRLDUBLIN14`: country, town in seven letters, number (EC, institution codes of the charter). */
const isErasmusCode = (text: string): boolean => /^[A-Z]{1,3} {0,2}[A-Z][A-Z-]{2,7}\d{2,3}$/.test(text)

/** The code of an institution begins with its country. */
function countryOfCode(cells: CellReader, partner: PartnerInRow | null): string | null {
  const code = /^([A-Z]{1,3})\s/.exec(partner?.erasmusCode ?? '')?.[1]
  const country = code ? readCountry(code) : null
  if (country) cells.add('hosting.name', 'country-from-code', 'note', { country })
  return country
}
