import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { partnershipKinds, type PartnershipKind } from '../partner-kinds.rules.ts'

/** What narrows the list of partners; it stands in the address, so that a list can be shared and gone back to. */
export interface PartnerFilter {
  q: string
  country: string | null
  kind: PartnershipKind | null
  archived: boolean
}

export function usePartnerFilter(): [PartnerFilter, (change: Partial<PartnerFilter>) => void] {
  const [search, setSearch] = useSearchParams()
  const filter = useMemo(
    () => ({
      q: search.get('q') ?? '',
      country: search.get('country'),
      kind: partnershipKinds.find((kind) => kind === search.get('kind')) ?? null,
      archived: search.get('archived') === 'true',
    }),
    [search],
  )
  const change = useCallback(
    (changed: Partial<PartnerFilter>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changed)) {
            if (value) next.set(name, String(value))
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

/** The filter as the API is asked. */
export const queryOf = (filter: PartnerFilter) => ({
  limit: 100,
  archived: filter.archived ? ('true' as const) : ('false' as const),
  ...(filter.q.trim() ? { q: filter.q.trim() } : {}),
  ...(filter.country ? { country: [filter.country] } : {}),
  ...(filter.kind ? { kind: [filter.kind] } : {}),
})
