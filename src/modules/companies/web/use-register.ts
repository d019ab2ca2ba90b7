import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { registerSorts, type RegisterSort } from '../register-sorts.rules.ts'

export interface RegisterFilter {
  q: string
  town: string | null
  field: string | null
  failing: boolean
  free: boolean
  archived: boolean
  sort: RegisterSort
}

/** What is asked of the register, kept in the address: a link shows the same list. */
export function useRegister(): [RegisterFilter, (changed: Partial<RegisterFilter>) => void] {
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(
    (): RegisterFilter => ({
      q: search.get('q') ?? '',
      town: search.get('town'),
      field: search.get('field'),
      failing: search.get('failing') === 'true',
      free: search.get('free') === 'true',
      archived: search.get('archived') === 'true',
      sort: registerSorts.find((sort) => sort === search.get('sort')) ?? 'name',
    }),
    [search],
  )
  const change = useCallback(
    (changed: Partial<RegisterFilter>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changed)) {
            if (value && value !== 'name') next.set(name, String(value))
            else next.delete(name)
          }
          return next
        },
        { replace: true },
      ),
    [setSearch],
  )
  return [filter, change]
}

/** Whether anything narrows the register. */
export const isNarrowed = (filter: RegisterFilter): boolean =>
  Boolean(filter.q.trim() || filter.town || filter.field || filter.failing || filter.free || filter.archived)

/** The filter as the API is asked. */
export const queryOf = (filter: RegisterFilter) => ({
  limit: 100,
  sort: filter.sort,
  ...(filter.q.trim() ? { q: filter.q.trim() } : {}),
  ...(filter.town ? { town: filter.town } : {}),
  ...(filter.field ? { field: filter.field } : {}),
  ...(filter.failing ? { failing: 'true' as const } : {}),
  ...(filter.free ? { free: 'true' as const } : {}),
  ...(filter.archived ? { archived: 'true' as const } : {}),
})
