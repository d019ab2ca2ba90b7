import type { Projection } from '#modules/journal/projections.ts'
import { refreshGrants } from './refresh-grants.actions.ts'

const followed = new Set(['mobility.created', 'mobility.edited', 'mobility.status-changed', 'grant.changed'])

/** Amounts follow dates, place, project, status and flags of their mobility, in the same transaction. */
export const grantsProjection: Projection = {
  follows: (type) => followed.has(type),
  apply: async (context, events) => {
    const ids = events.flatMap((event) => event.mobilityId ?? [])
    if (ids.length > 0) await refreshGrants(context, ids)
  },
}
