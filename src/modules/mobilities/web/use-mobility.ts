import { useQueryClient } from '@tanstack/react-query'
import type { AnswerOf, EndpointKey } from '#web/api/api.ts'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'

const readKey = 'GET /organisations/:organisation/mobilities/:mobility'
export type MobilityRecord = AnswerOf<typeof readKey>

/** What any change to a mobility makes old on the screen. */
export const readsOfMobility = [
  readKey,
  'GET /organisations/:organisation/mobilities/:mobility/tasks',
  'GET /organisations/:organisation/mobilities/:mobility/events',
  'GET /organisations/:organisation/mobilities',
  'GET /organisations/:organisation/mobilities/counts',
  'GET /organisations/:organisation/today',
] as const satisfies readonly EndpointKey[]

/** One record as the organisation of the page sees it. */
export const useMobility = (organisation: string, mobility: string) =>
  useApi(readKey, { params: { organisation, mobility } })

type RecordWrite = {
  [K in EndpointKey]: AnswerOf<K> extends MobilityRecord
    ? MobilityRecord extends AnswerOf<K>
      ? K
      : never
    : never
}[EndpointKey]

/** A write that answers the record: the answer is shown at once, the rest is read again. */
export function useRecordChange<K extends Exclude<RecordWrite, typeof readKey>>(key: K, onDone?: () => void) {
  const client = useQueryClient()
  return useApiMutation(key, {
    onDone: (answer) => {
      const record = answer as MobilityRecord
      client
        .getQueryCache()
        .findAll({ queryKey: [readKey] })
        .forEach((query) => {
          if ((query.state.data as MobilityRecord | undefined)?.id === record.id) query.setData(record)
        })
      void refresh(client, readsOfMobility.slice(1))
      onDone?.()
    },
  })
}
