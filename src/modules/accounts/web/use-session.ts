import { useQuery } from '@tanstack/react-query'
import { readSession } from './auth-api.ts'

/** Who is signed in on this device, for pages that are open to strangers as well. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 })
}
