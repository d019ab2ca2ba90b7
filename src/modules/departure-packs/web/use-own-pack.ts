import { useEffect, useState } from 'react'
import { isNetworkProblem } from '#web/api/query-client.ts'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { keepPack, keptPack, type KeptPack } from './keep-pack.ts'

/** The own pack, from the server where there is a connection, else as this phone keeps it. Reading it keeps it. */
export function useOwnPack(mobility: string) {
  const read = useApi('GET /me/mobilities/:mobility/departure-pack', { params: { mobility } })
  const receive = useApiMutation('POST /me/mobilities/:mobility/departure-pack/receipt', { invalidates: [] })
  const [kept, setKept] = useState<KeptPack | null>(null)
  const { data, dataUpdatedAt, error } = read
  const { mutate } = receive
  useEffect(() => {
    if (!data) return
    const at = new Date(dataUpdatedAt)
    const keepIt = async (): Promise<void> => {
      // The list of kept packs is shown without a connection only: its part of the page is fetched while there is one.
      await import('./KeptPacks.tsx')
      await keepPack(data, at)
      setKept({ value: data, at: at.toISOString() })
      if (data.givenAt && !data.receivedAt) mutate({ params: { mobility } })
    }
    void keepIt()
  }, [data, dataUpdatedAt, mobility, mutate])
  useEffect(() => {
    if (error && isNetworkProblem(error)) void keptPack(mobility).then(setKept)
  }, [error, mobility])
  const pack = data ?? kept?.value
  return {
    pack,
    keptAt: kept?.at ?? null,
    offline: !data && kept !== null,
    problem: pack ? null : error,
    retry: () => void read.refetch(),
  }
}
