import { Select, type SelectProps } from '@mantine/core'
import { countryCodes } from '#shared/countries.ts'
import { useFormat } from './formatters.ts'

/** A country by its name in the reader's language; the value is the ISO code or null. */
export function CountrySelect(props: SelectProps) {
  const format = useFormat()
  const data = countryCodes
    .map((code) => ({ value: code, label: format.country(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return <Select data={data} searchable clearable limit={60} {...props} />
}
