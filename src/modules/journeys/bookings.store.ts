import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface FlowAround {
  id: string
  name: string
  country: string | null
  town: string | null
  homeCountry: string | null
  homeTown: string | null
  startDate: Day | null
  endDate: Day | null
  organisationId: string
  hostingId: string | null
}

/** A flow that the organisation sends or hosts. */
export async function findFlow(
  db: Db,
  organisationId: string,
  flowId: string,
): Promise<FlowAround | undefined> {
  const { rows } = await sql<FlowAround>`
    select f.id, f.name, f.country, f.town, o.country as "homeCountry", o.town as "homeTown", f.start_date as "startDate",
      f.end_date as "endDate", f.organisation_id as "organisationId", f.hosting_id as "hostingId"
    from flow f join organisation o on o.id = f.organisation_id
    where f.id = ${flowId}::uuid and (f.organisation_id = ${organisationId}::uuid or f.hosting_id = ${organisationId}::uuid)`.execute(
    db,
  )
  return rows[0]
}

export interface BookingRow {
  id: string
  organisationId: string
  hostingId: string | null
  flowId: string | null
  mobilityId: string | null
  carrier: string | null
  reference: string | null
  seats: number | null
  note: string | null
  enteredBy: string
  version: number
}

const columns = sql`b.id, b.organisation_id as "organisationId", b.hosting_id as "hostingId", b.flow_id as "flowId",
  b.mobility_id as "mobilityId", b.carrier, b.reference, b.seats, b.note, b.entered_by as "enteredBy", b.version`

export async function bookingsOfFlow(db: Db, flowId: string): Promise<BookingRow[]> {
  const { rows } = await sql<BookingRow>`select ${columns} from journey_booking b
    where b.flow_id = ${flowId}::uuid and b.mobility_id is null order by b.created_at, b.id limit 500`.execute(
    db,
  )
  return rows
}

/** A booking for a group that the organisation sends or hosts, locked. */
export async function lockBooking(
  db: Db,
  organisationId: string,
  id: string,
): Promise<BookingRow | undefined> {
  const { rows } = await sql<BookingRow>`select ${columns} from journey_booking b
    where b.id = ${id}::uuid and b.mobility_id is null
      and (b.organisation_id = ${organisationId}::uuid or b.hosting_id = ${organisationId}::uuid) for update`.execute(
    db,
  )
  return rows[0]
}

/** The bookings typed for one person alone that have a leg in this direction. */
export async function ownBookings(db: Db, mobilityId: string, direction: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select b.id from journey_booking b where b.mobility_id = ${mobilityId}::uuid
    and exists (select from journey_leg l where l.booking_id = b.id and l.direction = ${direction}) for update`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

export interface BookingValues {
  carrier: string | null
  reference: string | null
  seats: number | null
  note: string | null
}

export async function insertBooking(
  db: Db,
  key: {
    organisationId: string
    hostingId: string | null
    flowId: string | null
    mobilityId: string | null
    by: string
  },
  values: BookingValues,
): Promise<string> {
  const row = await db
    .insertInto('journey_booking')
    .values({
      organisation_id: key.organisationId,
      hosting_id: key.hostingId,
      flow_id: key.flowId,
      mobility_id: key.mobilityId,
      entered_by: key.by,
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateBooking(db: Db, id: string, values: BookingValues, now: Date): Promise<void> {
  await db
    .updateTable('journey_booking')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

export async function deleteBookings(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('journey_booking')
    .where('id', 'in', [...ids])
    .execute()
}

export interface TravellerRow {
  bookingId: string
  journeyId: string
  mobilityId: string | null
  name: string
  phone: string | null
  direction: 'out' | 'back'
}

/** Who travels on these bookings, one row for each way. */
export async function travellersOf(db: Db, bookingIds: readonly string[]): Promise<TravellerRow[]> {
  if (bookingIds.length === 0) return []
  const { rows } = await sql<TravellerRow>`
    select distinct l.booking_id as "bookingId", j.id as "journeyId", j.mobility_id as "mobilityId",
      coalesce(j.name, trim(p.given_name || ' ' || p.family_name)) as name, coalesce(j.phone, p.phone) as phone, j.direction,
      coalesce(p.sort_name, j.name) as "sortName"
    from journey_leg l join journey_on_leg x on x.leg_id = l.id join journey j on j.id = x.journey_id
      left join mobility m on m.id = j.mobility_id left join person p on p.id = m.person_id
    where l.booking_id = any (${[...bookingIds]}::uuid[]) order by "sortName", "journeyId"`.execute(db)
  return rows
}
