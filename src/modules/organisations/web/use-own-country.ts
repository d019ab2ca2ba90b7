import { useApi } from '#web/api/use-api.ts'

/** The country of the organisation of the page, to begin a form with; null: none is known, undefined: not read yet. */
export function useOwnCountry(organisation: string): string | null | undefined {
  const { data, isPending } = useApi(
    'GET /organisations/:organisation',
    { params: { organisation } },
    { staleTime: Infinity },
  )
  return isPending ? undefined : (data?.country ?? null)
}
