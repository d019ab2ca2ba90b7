import type { Projection } from '#modules/journal/projections.ts'
import { withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { freeBedsOf } from './stays.store.ts'

const gone = new Set(['withdrawn', 'cancelled', 'force-majeure'])

/** Whoever does not travel needs no bed: those that nobody has slept in yet are free again. */
export const staysProjection: Projection = {
  follows: (type) => type === 'mobility.status-changed',
  apply: async (context, events) => {
    const ids = events.flatMap(({ mobilityId, data }) =>
      mobilityId && gone.has(String(data?.['to'])) ? [mobilityId] : [],
    )
    if (ids.length === 0) return
    const freed = await freeBedsOf(context.db, ids)
    if (freed.length > 0) await withdrawFacts(context, freed, ['stay.given'])
  },
}
