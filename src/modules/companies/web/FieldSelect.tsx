import { Select, type SelectProps } from '@mantine/core'
import { useFields } from './use-terms.ts'

/** A field of education (ISCED-F 2013), found by its name or its digits. */
export function FieldSelect(props: Omit<SelectProps, 'data'>) {
  const fields = useFields()
  const value = props.value ?? null
  const known = fields.some(({ code }) => code === value)
  return (
    <Select
      searchable
      clearable
      limit={60}
      {...props}
      value={value === '' ? null : value}
      data={[
        ...(value && !known ? [{ value, label: value }] : []),
        ...fields.map(({ code, label }) => ({ value: code, label: `${label} · ${code}` })),
      ]}
    />
  )
}
