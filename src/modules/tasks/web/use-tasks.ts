import type { AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'

const key = 'GET /organisations/:organisation/mobilities/:mobility/tasks'
export type RecordTask = AnswerOf<typeof key>['items'][number]

/** All tasks of one mobility that the organisation may see, along the line. */
export const useTasks = (organisation: string, mobility: string) =>
  useApi(key, { params: { organisation, mobility } })
