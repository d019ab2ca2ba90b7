import type { Projection } from '#modules/journal/projections.ts'
import { answerPlacements } from './placements.store.ts'

/** A placement follows what its company answers, by whatever way: its link, its page, or somebody who phoned. */
export const placementsProjection: Projection = {
  follows: (type) => type === 'mobility.company-confirmed' || type === 'mobility.company-declined',
  apply: async (context, events) => {
    for (const { type, mobilityId, data } of events)
      if (mobilityId) {
        const step = type === 'mobility.company-confirmed' ? 'accepted' : 'refused'
        const reason = typeof data?.['reason'] === 'string' ? data['reason'] : null
        await answerPlacements(context.db, [mobilityId], step, reason, context.now)
      }
  },
}
