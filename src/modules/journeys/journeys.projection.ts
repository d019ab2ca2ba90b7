import { recordEvents } from '#modules/journal/journal.store.ts'
import type { Projection } from '#modules/journal/projections.ts'
import { pickUpsEnd } from './pick-ups.actions.ts'
import { leaveSeats } from './pick-ups.store.ts'
import { lockWays } from './ways.store.ts'

/**
 * Whoever does not travel any more leaves the seat in a vehicle to others, and those who would have waited are told; what was booked stays
 * written down.
 */
export const journeysProjection: Projection = {
  follows: (type) => type === 'mobility.status-changed',
  apply: async (context, events) => {
    const ids = events
      .filter(({ data }) => ['withdrawn', 'cancelled', 'force-majeure'].includes(String(data?.['to'])))
      .flatMap((event) => event.mobilityId ?? [])
    const ways = (await lockWays(context.db, ids)).map(({ id }) => id)
    await pickUpsEnd(context, ways)
    const left = await leaveSeats(context.db, ways)
    await recordEvents(
      context,
      left.flatMap(({ mobilityId }) =>
        mobilityId === null
          ? []
          : [
              {
                type: 'transfer.seat-taken-back',
                subject: { kind: 'journey', id: mobilityId },
                mobilityId,
                data: {},
              },
            ],
      ),
    )
  },
}
