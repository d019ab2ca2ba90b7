import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

/** Whether asking again may help: the request did not reach us, or something between was down. */
export function isNetworkProblem(error: unknown): boolean {
  return error instanceof ApiProblem && [0, 502, 503, 504].includes(error.details.status)
}

/** The cache of everything read from the API. `onSignedOut` is told when the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown): void => {
    if (error instanceof ApiProblem && error.details.code === 'not-signed-in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && isNetworkProblem(error),
        // Being offline is said in words; a request that waits for ever is not.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
