import { sql } from 'kysely'
import type { Projection } from '#modules/journal/projections.ts'

/** Whoever does not travel any more leaves the seat in a vehicle to others; what was booked stays written down. */
export const journeysProjection: Projection = {
  follows: (type) => type === 'mobility.status-changed',
  apply: async ({ db }, events) => {
    const ids = events
      .filter(({ data }) => ['withdrawn', 'cancelled', 'force-majeure'].includes(String(data?.['to'])))
      .flatMap((event) => event.mobilityId ?? [])
    if (ids.length > 0)
      await sql`update journey set transfer_id = null
        where mobility_id = any (${ids}::uuid[]) and transfer_id is not null`.execute(db)
  },
}
