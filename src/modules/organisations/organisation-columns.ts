import type { Organisation } from '#server/database/schema.ts'
import type { Selectable } from 'kysely'

export type OrganisationRow = Selectable<Organisation>
export type OrganisationColumns = Omit<Partial<OrganisationRow>, 'search'>

/** Fields of an organisation under the names of the contract, and their columns. */
const columns = {
  name: 'name',
  shortName: 'short_name',
  kind: 'kind',
  oid: 'oid',
  erasmusCode: 'erasmus_code',
  country: 'country',
  town: 'town',
  address: 'address',
  email: 'email',
  phone: 'phone',
  website: 'website',
  language: 'language',
  timeZone: 'time_zone',
} as const satisfies Record<string, keyof Organisation>

export type OrganisationField = keyof typeof columns
export type OrganisationFields = { [F in OrganisationField]: OrganisationRow[(typeof columns)[F]] }

/** A row's fields under the names of the contract. */
export function fieldsOf(row: OrganisationRow): OrganisationFields {
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [field, row[column]]),
  ) as unknown as OrganisationFields
}

/** Fields under the names of the table; absent ones stay untouched. */
export function columnsOf(fields: { [F in OrganisationField]?: unknown }): OrganisationColumns {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([field]) => fields[field as OrganisationField] !== undefined)
      .map(([field, column]) => [column, fields[field as OrganisationField]]),
  )
}
