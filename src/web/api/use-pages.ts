import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Page } from '#shared/pages.ts'
import type { AnswerOf, ApiProblem, EndpointKey } from './api.ts'
import { callApi, type ReadOptions, type Rest, type SentFor } from './use-api.ts'

/** Endpoints that answer a page of items. */
export type ListKey = {
  [K in EndpointKey]: AnswerOf<K> extends { items: unknown[]; next: string | null } ? K : never
}[EndpointKey]
export type ItemOf<K extends EndpointKey> = AnswerOf<K> extends { items: (infer T)[] } ? T : never

/** A long list, read page by page as one scrolls. */
export interface Pages<T> {
  rows: readonly T[]
  /** Rows of the whole list, where the server counts them. */
  total: number | undefined
  problem: ApiProblem | null
  /** Nothing to show yet. */
  loading: boolean
  /** What is shown belongs to the question before; the answer is on its way. */
  updating: boolean
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
  retry: () => void
}

/** Reads a list endpoint by keyset: `usePages('GET /organisations/:organisation/…', { params, query })`. */
export function usePages<K extends ListKey>(key: K, ...rest: Rest<K, ReadOptions>): Pages<ItemOf<K>> {
  const [sent, options = {}] = rest as [SentFor<K>?, ReadOptions?]
  const { tutorLink, ...settings } = options
  const result = useInfiniteQuery<
    Page<ItemOf<K>>,
    ApiProblem,
    { pages: Page<ItemOf<K>>[] },
    unknown[],
    string | null
  >({
    queryKey: [key, sent ?? {}, tutorLink ?? '', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      callApi(key, withCursor(sent, pageParam), {
        signal,
        ...(tutorLink ? { tutorLink } : {}),
      }) as unknown as Promise<Page<ItemOf<K>>>,
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    ...settings,
  })
  const pages = result.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return {
    rows,
    total: pages?.[0]?.total,
    problem: result.error,
    loading: result.isPending,
    updating: result.isPlaceholderData,
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetchingNextPage && !result.isPlaceholderData)
        void result.fetchNextPage()
    },
    retry: () => void result.refetch(),
  }
}

function withCursor(sent: object | undefined, cursor: string | null): object {
  if (cursor === null) return sent ?? {}
  const query = (sent as { query?: object } | undefined)?.query
  return { ...sent, query: { ...query, cursor } }
}
