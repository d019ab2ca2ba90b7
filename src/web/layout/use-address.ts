import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** What narrows a list, kept in the address so that the list can be shared and gone back to; empty values leave it. */
export function useAddress(): [
  get: (name: string) => string,
  set: (change: Record<string, string | null>) => void,
] {
  const [search, setSearch] = useSearchParams()
  const get = useCallback((name: string) => search.get(name) ?? '', [search])
  const set = useCallback(
    (change: Record<string, string | null>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(change)) {
            if (value) next.set(name, value)
            else next.delete(name)
          }
          return next
        },
        { replace: true },
      ),
    [setSearch],
  )
  return [get, set]
}
