import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { LegInput, ShownLeg } from './journeys.shapes.contract.ts'

/** A leg to be kept. */
export interface NewLeg extends Omit<LegInput, 'id' | 'carrier' | 'number' | 'from' | 'to'> {
  carrier: string | null
  number: string | null
  from: { town: string; country: string; stop: string | null }
  to: { town: string; country: string; stop: string | null }
  km: number | null
}

export interface LegRow extends ShownLeg {
  bookingId: string
}

/** A leg as the API shows it. */
export const legColumns = sql`l.id, l.booking_id as "bookingId", l.direction, l.means, l.carrier, l.number,
  jsonb_build_object('town', l.from_town, 'country', l.from_country, 'stop', l.from_stop) as "from",
  jsonb_build_object('town', l.to_town, 'country', l.to_country, 'stop', l.to_stop) as "to",
  l.departs_on as "departsOn", to_char(l.departs_at, 'HH24:MI') as "departsAt", l.arrives_on as "arrivesOn",
  to_char(l.arrives_at, 'HH24:MI') as "arrivesAt", l.km`

export async function legsOfBookings(db: Db, bookingIds: readonly string[]): Promise<LegRow[]> {
  if (bookingIds.length === 0) return []
  const { rows } = await sql<LegRow>`select ${legColumns} from journey_leg l
    where l.booking_id = any (${[...bookingIds]}::uuid[]) order by l.direction desc, l.departs_on, l.departs_at, l.id`.execute(
    db,
  )
  return rows
}

/** A leg of a journey that the organisation sends or hosts, locked. */
export async function lockLeg(db: Db, organisationId: string, id: string): Promise<LegRow | undefined> {
  const { rows } = await sql<LegRow>`select ${legColumns} from journey_leg l where l.id = ${id}::uuid
    and (l.organisation_id = ${organisationId}::uuid or l.hosting_id = ${organisationId}::uuid) for update`.execute(
    db,
  )
  return rows[0]
}

/** Writes the legs of a booking; answers their ids in order. */
export async function insertLegs(
  db: Db,
  booking: { id: string; organisationId: string; hostingId: string | null },
  legs: readonly NewLeg[],
): Promise<string[]> {
  if (legs.length === 0) return []
  const rows = await db
    .insertInto('journey_leg')
    .values(
      legs.map((leg) => ({
        booking_id: booking.id,
        organisation_id: booking.organisationId,
        hosting_id: booking.hostingId,
        direction: leg.direction,
        ...columnsOf(leg),
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function updateLeg(db: Db, id: string, leg: NewLeg): Promise<void> {
  await db.updateTable('journey_leg').set(columnsOf(leg)).where('id', '=', id).execute()
}

export async function deleteLegs(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('journey_leg')
    .where('id', 'in', [...ids])
    .execute()
}

const columnsOf = (leg: NewLeg) => ({
  means: leg.means,
  carrier: leg.carrier,
  number: leg.number,
  from_town: leg.from.town,
  from_country: leg.from.country,
  from_stop: leg.from.stop,
  to_town: leg.to.town,
  to_country: leg.to.country,
  to_stop: leg.to.stop,
  departs_on: leg.departsOn,
  departs_at: leg.departsAt,
  arrives_on: leg.arrivesOn,
  arrives_at: leg.arrivesAt,
  km: leg.km,
})
