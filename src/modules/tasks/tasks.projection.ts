import type { Projection } from '#modules/journal/projections.ts'
import { refreshTasks } from './sync-tasks.actions.ts'

const followed = /^(mobility|fact|task|checklist)\./

/** Tasks follow whatever happens to their mobility, in the same transaction. */
export const tasksProjection: Projection = {
  follows: (type) => followed.test(type),
  apply: async (context, events) => {
    const ids = events.flatMap((event) => event.mobilityId ?? [])
    if (ids.length > 0) await refreshTasks(context, ids)
  },
}
