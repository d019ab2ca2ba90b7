import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { ShownJourney } from './journeys.shapes.contract.ts'
import { legColumns } from './legs.store.ts'
import type { Ride } from './pick-ups.rules.ts'
import type { Direction } from './travel-means.rules.ts'

export interface StayRow {
  mobilityId: string
  participant: string
  sendingId: string
  hostingId: string | null
  flowId: string | null
  departure: string | null
  returnDate: string | null
  town: string | null
  country: string | null
  homeTown: string | null
  homeCountry: string | null
  saysGreen: boolean | null
  contact: string | null
  contactPhone: string | null
}

/** A mobility as far as its journey goes; row-level security keeps it from those who have no part in it. */
export async function findStay(db: Db, mobilityId: string): Promise<StayRow | undefined> {
  const { rows } = await sql<StayRow>`
    select m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, m.sending_id as "sendingId",
      m.hosting_id as "hostingId", m.flow_id as "flowId", m.departure, m.return_date as "returnDate", m.town, m.country,
      o.town as "homeTown", o.country as "homeCountry", (g.inputs ->> 'green')::boolean as "saysGreen", c.name as contact,
      c.phone as "contactPhone"
    from mobility m join person p on p.id = m.person_id join organisation o on o.id = m.sending_id
      left join mobility_grant g on g.mobility_id = m.id
      left join mobility_contact c on c.mobility_id = m.id and c.role = 'hosting' and c.duty = 'arrival'
    where m.id = ${mobilityId}::uuid`.execute(db)
  return rows[0]
}

type Way = NonNullable<ShownJourney['out']>
export interface ShownWayRow extends Omit<Way, 'late' | 'legs' | 'pickUpBefore'> {
  direction: Direction
  atTime: string | null
  /** How somebody was picked up before the last change. */
  rideWas: Ride | null
  rideChangedAt: string | null
}

/** Somebody's ways, without their legs. */
export async function waysOf(db: Db, mobilityId: string): Promise<ShownWayRow[]> {
  const { rows } = await sql<ShownWayRow>`
    select j.id as "journeyId", j.direction, to_char(j.at_time, 'HH24:MI') as "atTime", j.changed_at as "changedAt", j.was_day as "wasDay",
      to_char(j.was_time, 'HH24:MI') as "wasTime", coalesce(b.alone, false) as alone, b.reference,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name, 'onDay', t.on_day, 'atTime', to_char(t.at_time, 'HH24:MI'),
        'driver', t.driver, 'phone', t.phone, 'fromPlace', t.from_place, 'toPlace', t.to_place, 'meetingPoint', t.meeting_point,
        'note', t.note) end as transfer, c.was as "rideWas", c.changed_at as "rideChangedAt"
    from journey j left join transfer t on t.id = j.transfer_id left join pick_up_change c on c.journey_id = j.id
      left join lateral (select bool_and(b.mobility_id is not null) as alone, string_agg(distinct b.reference, ', ') as reference
        from journey_on_leg x join journey_leg l on l.id = x.leg_id join journey_booking b on b.id = l.booking_id
        where x.journey_id = j.id) b on true
    where j.mobility_id = ${mobilityId}::uuid`.execute(db)
  return rows.map((row) => ({
    ...row,
    changedAt: row.changedAt === null ? null : new Date(row.changedAt).toISOString(),
    rideChangedAt: row.rideChangedAt === null ? null : new Date(row.rideChangedAt).toISOString(),
  }))
}

export type SeatedLeg = Way['legs'][number] & { journeyId: string }

export async function legsOfWays(db: Db, journeyIds: readonly string[]): Promise<SeatedLeg[]> {
  if (journeyIds.length === 0) return []
  const { rows } = await sql<SeatedLeg>`
    select x.journey_id as "journeyId", x.seat, ${legColumns} from journey_on_leg x join journey_leg l on l.id = x.leg_id
    where x.journey_id = any (${[...journeyIds]}::uuid[]) order by l.departs_on, l.departs_at, l.id`.execute(
    db,
  )
  return rows
}
