import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Ride } from './pick-ups.rules.ts'
import type { Direction } from './travel-means.rules.ts'

const ride = sql`case when t.id is not null then jsonb_build_object('name', t.name, 'onDay', t.on_day, 'atTime', to_char(t.at_time, 'HH24:MI'),
  'driver', t.driver, 'phone', t.phone, 'fromPlace', t.from_place, 'toPlace', t.to_place, 'meetingPoint', t.meeting_point, 'note', t.note) end`

/**
 * Keeps how these people are picked up, before it is changed. What was kept and is not told yet stays, so that several changes are one.
 * Answers whether somebody is to be told who was not before. Call it with the rows of the change locked.
 */
export async function keepRides(
  db: Db,
  journeyIds: readonly string[],
  change: { now: Date; tellAt: Date; byOrganisation: string | null },
): Promise<boolean> {
  if (journeyIds.length === 0) return false
  const { rows } = await sql<{ fresh: boolean }>`
    insert into pick_up_change as c (journey_id, was, changed_at, tell_at, by_organisation)
    select j.id, ${ride}, ${change.now}, ${change.tellAt}, ${change.byOrganisation}::uuid
    from journey j left join transfer t on t.id = j.transfer_id where j.id = any (${[...journeyIds]}::uuid[])
    on conflict (journey_id) do update set was = case when c.tell_at is null then excluded.was else c.was end,
      changed_at = excluded.changed_at, tell_at = coalesce(c.tell_at, excluded.tell_at), by_organisation = excluded.by_organisation
    returning c.tell_at = ${change.tellAt} as fresh`.execute(db)
  return rows.some(({ fresh }) => fresh)
}

/** Whoever sits in a vehicle; the mobility is null for those who travel along without one. */
export async function passengersOf(
  db: Db,
  transferId: string,
): Promise<{ journeyId: string; mobilityId: string | null }[]> {
  const rows = await db
    .selectFrom('journey')
    .select(['id', 'mobility_id'])
    .where('transfer_id', '=', transferId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ journeyId: row.id, mobilityId: row.mobility_id }))
}

export interface DueChange {
  journeyId: string
  mobilityId: string | null
  participant: string
  direction: Direction
  sendingId: string
  hostingId: string | null
  byOrganisation: string | null
  was: Ride | null
  now: Ride | null
}

/** Takes the changes whose quiet time is over, so that each is told once; whoever does not travel any more is left out. */
export async function takeDueChanges(db: Db, until: Date): Promise<DueChange[]> {
  const { rows } = await sql<DueChange>`
    with due as (
      update pick_up_change set tell_at = null where tell_at <= ${until} returning journey_id, was, by_organisation
    )
    select j.id as "journeyId", j.mobility_id as "mobilityId", coalesce(j.name, trim(p.given_name || ' ' || p.family_name)) as participant,
      j.direction, j.sending_id as "sendingId", j.hosting_id as "hostingId", due.by_organisation as "byOrganisation", due.was, ${ride} as now
    from due join journey j on j.id = due.journey_id left join transfer t on t.id = j.transfer_id
      left join mobility m on m.id = j.mobility_id left join person p on p.id = m.person_id
    where m.id is null or m.status not in ('withdrawn', 'cancelled', 'force-majeure')
    order by p.sort_name nulls last, j.id`.execute(db)
  return rows
}
