import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useApi } from '#web/api/use-api.ts'

/** All fields of education, in order; read once. */
export function useFields(): readonly { code: string; label: string }[] {
  const { data } = useApi('GET /education-fields', { query: { limit: 300 } }, { staleTime: Infinity })
  return data?.items ?? []
}

/** A field's name for its digits; the digits where it is not known. */
export function useFieldName(): (code: string) => string {
  const fields = useFields()
  const names = useMemo(() => new Map(fields.map(({ code, label }) => [code, label])), [fields])
  return (code) => names.get(code) ?? code
}

/** Labels of ESCO occupations in which the words stand. */
export function useOccupations(text: string): string[] {
  const [q] = useDebouncedValue(text.trim(), 150)
  const { data } = useApi(
    'GET /occupations',
    { query: { q } },
    { enabled: q.length > 1, staleTime: Infinity },
  )
  return (data?.items ?? []).map(({ label }) => label)
}

/** Labels of ESCO skill groups in which the words stand. */
export function useSkills(text: string): string[] {
  const [q] = useDebouncedValue(text.trim(), 150)
  const { data } = useApi('GET /skill-groups', { query: { q, limit: 30 } }, { staleTime: Infinity })
  return (data?.items ?? []).map(({ label }) => label)
}
