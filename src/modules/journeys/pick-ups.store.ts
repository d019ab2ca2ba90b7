import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Ride, Standing } from './pick-ups.rules.ts'
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

/**
 * Keeps the rides of these ways, which nobody needs any more: those there are, and those of which it is not told yet that they were taken
 * back. Answers whether there were any. Call it before the ways or their seats go.
 */
export async function keepLostRides(
  db: Db,
  journeyIds: readonly string[],
  change: { tellAt: Date; byOrganisation: string | null },
): Promise<boolean> {
  if (journeyIds.length === 0) return false
  const { rows } = await sql<{ id: string }>`
    insert into lost_ride as r (journey_id, mobility_id, name, direction, sending_id, hosting_id, was, tell_at, by_organisation)
    select j.id, j.mobility_id, j.name, j.direction, j.sending_id, j.hosting_id, w.was, ${change.tellAt}, ${change.byOrganisation}::uuid
    from journey j left join transfer t on t.id = j.transfer_id
      left join pick_up_change c on c.journey_id = j.id and c.tell_at is not null
      cross join lateral (select coalesce(${ride}, c.was) as was) w
    where j.id = any (${[...journeyIds]}::uuid[]) and w.was is not null
    on conflict (journey_id) do update set was = excluded.was, by_organisation = excluded.by_organisation
    returning r.journey_id as id`.execute(db)
  return rows.length > 0
}

/** Frees the seats of these ways; answers those that had one. */
export async function leaveSeats(
  db: Db,
  journeyIds: readonly string[],
): Promise<{ mobilityId: string | null }[]> {
  if (journeyIds.length === 0) return []
  const rows = await db
    .updateTable('journey')
    .set({ transfer_id: null })
    .where('id', 'in', [...journeyIds])
    .where('transfer_id', 'is not', null)
    .returning('mobility_id')
    .execute()
  return rows.map((row) => ({ mobilityId: row.mobility_id }))
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
  standing: Standing
}

const staysAway = sql`m.status in ('withdrawn', 'cancelled', 'force-majeure')`
const nameOf = (name: string) => sql`coalesce(${sql.ref(name)}, trim(p.given_name || ' ' || p.family_name))`

/** Takes the changes whose quiet time is over, so that each is told once; of whoever does not travel any more the lost rides tell. */
export async function takeDueChanges(db: Db, until: Date): Promise<DueChange[]> {
  const { rows } = await sql<DueChange>`
    with due as (
      update pick_up_change set tell_at = null where tell_at <= ${until} returning journey_id, was, by_organisation
    )
    select j.id as "journeyId", j.mobility_id as "mobilityId", ${nameOf('j.name')} as participant, 'travels' as standing,
      j.direction, j.sending_id as "sendingId", j.hosting_id as "hostingId", due.by_organisation as "byOrganisation", due.was, ${ride} as now
    from due join journey j on j.id = due.journey_id left join transfer t on t.id = j.transfer_id
      left join mobility m on m.id = j.mobility_id left join person p on p.id = m.person_id
    where m.id is null or not ${staysAway}
    order by p.sort_name nulls last, j.id`.execute(db)
  return rows
}

/** Takes the lost rides whose quiet time is over, with what has become of their people: a way that was entered again is one they travel on. */
export async function takeLostRides(db: Db, until: Date): Promise<DueChange[]> {
  const { rows } = await sql<DueChange>`
    with due as (delete from lost_ride where tell_at <= ${until} returning *)
    select due.journey_id as "journeyId", due.mobility_id as "mobilityId", ${nameOf('due.name')} as participant, due.direction,
      due.sending_id as "sendingId", due.hosting_id as "hostingId", due.by_organisation as "byOrganisation", due.was, ${ride} as now,
      case when ${staysAway} then 'gone' when j.id is null then 'no-way' else 'travels' end as standing
    from due left join mobility m on m.id = due.mobility_id left join person p on p.id = m.person_id
      left join journey j on j.mobility_id = due.mobility_id and j.direction = due.direction
      left join transfer t on t.id = j.transfer_id
    order by p.sort_name nulls last, due.journey_id`.execute(db)
  return rows
}
