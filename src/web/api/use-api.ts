import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Call } from '#shared/endpoint.ts'
import {
  api,
  type AnswerOf,
  type ApiOptions,
  type ApiProblem,
  type EndpointKey,
  type EndpointsByKey,
} from './api.ts'
import { isNetworkProblem } from './query-client.ts'

/** What a caller sends for an endpoint: `{ params, query, body, version }` as its contract asks. */
export type SentFor<K extends EndpointKey> = Call<EndpointsByKey[K]>

/** Arguments after the key; `sent` may be left out where the endpoint asks for nothing. */
export type Rest<K extends EndpointKey, O> =
  object extends SentFor<K> ? [sent?: SentFor<K>, options?: O] : [sent: SentFor<K>, options?: O]

export interface ReadOptions {
  enabled?: boolean
  /** Milliseconds for which an answer counts as fresh; 30 seconds unless told. */
  staleTime?: number
  /** Milliseconds between two readings; a function can end them by the answer. */
  refetchInterval?: number | false | ((query: { state: { data: unknown } }) => number | false)
  tutorLink?: string
}

/** `api` without its conditional arguments, for the hooks that have already checked them. */
export const callApi = api as unknown as <K extends EndpointKey>(
  key: K,
  sent: unknown,
  options: ApiOptions,
) => Promise<AnswerOf<K>>

/** Reads an endpoint: `useApi('GET /me')`. Cached under `[key, sent, …]`. */
export function useApi<K extends EndpointKey>(
  key: K,
  ...rest: Rest<K, ReadOptions>
): UseQueryResult<AnswerOf<K>, ApiProblem> {
  const [sent, options = {}] = rest as [SentFor<K>?, ReadOptions?]
  const { tutorLink, ...query } = options
  return useQuery<AnswerOf<K>, ApiProblem>({
    queryKey: [key, sent ?? {}, tutorLink ?? ''],
    queryFn: ({ signal }) => callApi(key, sent, { signal, ...(tutorLink ? { tutorLink } : {}) }),
    ...query,
  })
}

export interface WriteOptions<K extends EndpointKey> {
  /** Reads that are no longer right after this write; `[key, part of sent]` narrows. */
  invalidates?: readonly (EndpointKey | readonly [EndpointKey, object])[]
  onDone?: (answer: AnswerOf<K>, sent: SentFor<K>) => void
  tutorLink?: string
}

/**
 * Writes through an endpoint. A POST carries an idempotency key, so that a lost connection is tried again without
 * doing the thing twice.
 */
export function useApiMutation<K extends EndpointKey>(
  key: K,
  options: WriteOptions<K> = {},
): UseMutationResult<AnswerOf<K>, ApiProblem, SentFor<K>> {
  const client = useQueryClient()
  const repeatable = key.startsWith('POST ')
  return useMutation<AnswerOf<K>, ApiProblem, SentFor<K>>({
    mutationKey: [key],
    mutationFn: (sent) =>
      callApi(key, sent, {
        ...(repeatable ? { idempotencyKey: keyOf(sent) } : {}),
        ...(options.tutorLink ? { tutorLink: options.tutorLink } : {}),
      }),
    retry: (failures, error) => repeatable && failures < 2 && isNetworkProblem(error),
    onSuccess: async (answer, sent) => {
      await refresh(client, options.invalidates ?? [])
      options.onDone?.(answer, sent)
    },
  })
}

/** Marks reads as old; those on screen are read again. */
export async function refresh(
  client: QueryClient,
  reads: readonly (EndpointKey | readonly [EndpointKey, object])[],
): Promise<void> {
  await Promise.all(
    reads.map((read) =>
      client.invalidateQueries({ queryKey: typeof read === 'string' ? [read] : [...read] }),
    ),
  )
}

const idempotencyKeys = new WeakMap<object, string>()

/** One key for one thing sent, the same on every repetition of it. */
function keyOf(sent: unknown): string {
  if (typeof sent !== 'object' || sent === null) return crypto.randomUUID()
  const known = idempotencyKeys.get(sent)
  if (known) return known
  const made = crypto.randomUUID()
  idempotencyKeys.set(sent, made)
  return made
}
