import { useState } from 'react'
import type { AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import type { Filters } from './list-state.ts'

export type Counts = AnswerOf<'GET /organisations/:organisation/mobilities/counts'>

/** How many there are of what; the numbers before stay until the new ones are here, so that nothing jumps. */
export function useCounts(organisation: string, filters: Filters): Counts | undefined {
  const { data } = useApi('GET /organisations/:organisation/mobilities/counts', {
    params: { organisation },
    query: filters,
  })
  const [kept, setKept] = useState({ organisation, data })
  if (data && (data !== kept.data || organisation !== kept.organisation)) setKept({ organisation, data })
  return data ?? (kept.organisation === organisation ? kept.data : undefined)
}
