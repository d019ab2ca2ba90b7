import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Direction, Means } from './travel-means.rules.ts'

/** Somebody who travels, as far as a way is entered for them. */
export interface PersonRow {
  mobilityId: string
  participant: string
  status: string
  sendingId: string
  hostingId: string | null
  flowId: string | null
}

const person = sql`m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, m.status,
  m.sending_id as "sendingId", m.hosting_id as "hostingId", m.flow_id as "flowId"
  from mobility m join person p on p.id = m.person_id`

/** These people, where the organisation sends or hosts them. */
export async function peopleByIds(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonRow>`select ${person}
    where m.id = any (${[...ids]}::uuid[]) and (m.sending_id = ${organisationId}::uuid or m.hosting_id = ${organisationId}::uuid)`.execute(
    db,
  )
  return rows
}

export interface FlowPersonRow extends PersonRow {
  directions: Direction[]
  legs: { means: Means; km: number | null }[]
  saysGreen: boolean | null
  declared: boolean
}

/** The people of a flow with the ways that are known and the legs on them. Null for `namedIn`: all that the organisation sends or hosts. */
export async function peopleOfFlow(
  db: Db,
  scope: { organisationId: string; namedIn: string | null },
  flowId: string,
  statuses: readonly string[],
): Promise<FlowPersonRow[]> {
  const { rows } = await sql<FlowPersonRow>`
    select m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, m.status, m.sending_id as "sendingId",
      m.hosting_id as "hostingId", m.flow_id as "flowId", (g.inputs ->> 'green')::boolean as "saysGreen",
      exists (select from green_declaration d where d.mobility_id = m.id) as declared,
      coalesce((select array_agg(j.direction order by j.direction desc) from journey j where j.mobility_id = m.id), '{}') as directions,
      coalesce((select jsonb_agg(jsonb_build_object('means', l.means, 'km', l.km)) from journey j
        join journey_on_leg x on x.journey_id = j.id join journey_leg l on l.id = x.leg_id where j.mobility_id = m.id), '[]') as legs
    from mobility m join person p on p.id = m.person_id left join mobility_grant g on g.mobility_id = m.id
    where m.flow_id = ${flowId}::uuid and (m.sending_id = ${scope.organisationId}::uuid or m.hosting_id = ${scope.organisationId}::uuid)
      and m.status = any (${[...statuses]}::text[])
      ${scope.namedIn ? sql`and exists (select from mobility_party y where y.mobility_id = m.id and y.membership_id = ${scope.namedIn}::uuid)` : sql``}
    order by p.sort_name, m.id`.execute(db)
  return rows
}

export interface WayRow {
  id: string
  mobilityId: string | null
  name: string | null
  direction: Direction
  bookingIds: string[]
}

/** The ways that these mobilities have, locked, with the bookings they are made of. */
export async function lockWays(db: Db, mobilityIds: readonly string[]): Promise<WayRow[]> {
  if (mobilityIds.length === 0) return []
  const { rows } = await sql<WayRow>`
    select j.id, j.mobility_id as "mobilityId", j.name, j.direction,
      array(select distinct l.booking_id from journey_on_leg x join journey_leg l on l.id = x.leg_id where x.journey_id = j.id) as "bookingIds"
    from journey j where j.mobility_id = any (${[...mobilityIds]}::uuid[]) order by j.id for update of j`.execute(
    db,
  )
  return rows
}

export interface NewWay {
  sendingId: string
  hostingId: string | null
  flowId: string | null
  mobilityId: string | null
  name: string | null
  phone: string | null
  direction: Direction
}

/** Writes ways; answers their ids in order. */
export async function insertWays(db: Db, ways: readonly NewWay[]): Promise<string[]> {
  if (ways.length === 0) return []
  const rows = await db
    .insertInto('journey')
    .values(
      ways.map((way) => ({
        sending_id: way.sendingId,
        hosting_id: way.hostingId,
        flow_id: way.flowId,
        mobility_id: way.mobilityId,
        name: way.name,
        phone: way.phone,
        direction: way.direction,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function putOnLegs(
  db: Db,
  rows: readonly { journeyId: string; legId: string; seat: string | null }[],
): Promise<void> {
  const size = 5000
  for (let start = 0; start < rows.length; start += size)
    await db
      .insertInto('journey_on_leg')
      .values(
        rows
          .slice(start, start + size)
          .map(({ journeyId, legId, seat }) => ({ journey_id: journeyId, leg_id: legId, seat })),
      )
      .onConflict((conflict) => conflict.columns(['journey_id', 'leg_id']).doNothing())
      .execute()
}

/** Takes these ways off all their legs. */
export async function takeOffLegs(db: Db, journeyIds: readonly string[]): Promise<void> {
  if (journeyIds.length === 0) return
  await db
    .deleteFrom('journey_on_leg')
    .where('journey_id', 'in', [...journeyIds])
    .execute()
}

/** What has become of a way after its legs changed. */
export interface MetRow {
  journeyId: string
  mobilityId: string | null
  direction: Direction
  day: Day
  time: string
  wasDay: Day | null
  wasTime: string | null
  number: string | null
}

/**
 * Says anew where and when these people are met: at the last arrival of the way there, at the first departure of the way back. Answers
 * those for whom it is new or another than before; another one is marked as changed.
 */
export async function meetAgain(db: Db, journeyIds: readonly string[], now: Date): Promise<MetRow[]> {
  if (journeyIds.length === 0) return []
  const { rows } = await sql<MetRow>`
    with met as (
      select j.id, j.on_day as was_day, j.at_time as was_time, m.* from journey j cross join lateral (
        select l.id as leg_id, l.number, case j.direction when 'out' then l.arrives_on else l.departs_on end as day,
          case j.direction when 'out' then l.arrives_at else l.departs_at end as time
        from journey_on_leg x join journey_leg l on l.id = x.leg_id where x.journey_id = j.id
        order by case when j.direction = 'out' then l.arrives_on + l.arrives_at end desc, l.departs_on + l.departs_at
        limit 1
      ) m where j.id = any (${[...journeyIds]}::uuid[])
    )
    update journey j set leg_id = met.leg_id, on_day = met.day, at_time = met.time,
      changed_at = case when moved.is then ${now}::timestamptz else j.changed_at end,
      was_day = case when moved.is then met.was_day else j.was_day end,
      was_time = case when moved.is then met.was_time else j.was_time end
    from met cross join lateral (select met.was_day is not null and (met.was_day, met.was_time) <> (met.day, met.time) as is) moved
    where j.id = met.id and (j.leg_id is distinct from met.leg_id or (j.on_day, j.at_time) is distinct from (met.day, met.time))
    returning j.id as "journeyId", j.mobility_id as "mobilityId", j.direction, met.day, to_char(met.time, 'HH24:MI') as time,
      met.was_day as "wasDay", to_char(met.was_time, 'HH24:MI') as "wasTime", met.number`.execute(db)
  return rows
}

/** Those of these ways that have no leg any more, locked. */
export async function emptyWays(db: Db, journeyIds: readonly string[]): Promise<string[]> {
  if (journeyIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select j.id from journey j where j.id = any (${[...journeyIds]}::uuid[])
      and not exists (select from journey_on_leg x where x.journey_id = j.id)
    order by j.id for update of j`.execute(db)
  return rows.map(({ id }) => id)
}

/** Ways without any leg are none. Answers those that are gone. */
export async function deleteEmptyWays(
  db: Db,
  journeyIds: readonly string[],
): Promise<{ mobilityId: string | null; direction: Direction }[]> {
  if (journeyIds.length === 0) return []
  const { rows } = await sql<{ mobilityId: string | null; direction: Direction }>`
    delete from journey j where j.id = any (${[...journeyIds]}::uuid[])
      and not exists (select from journey_on_leg x where x.journey_id = j.id)
    returning j.mobility_id as "mobilityId", j.direction`.execute(db)
  return rows
}

/** Whoever travels on these legs. */
export async function waysOnLegs(db: Db, legIds: readonly string[]): Promise<string[]> {
  if (legIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`select distinct x.journey_id as id from journey_on_leg x
    where x.leg_id = any (${[...legIds]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

export interface GreenRow {
  mobilityId: string
  sendingId: string
  ways: Direction[]
  legs: { means: Means; km: number | null }[]
  /** Green travel is stated on honour; with a ticket or the signed paper where `evidence`. */
  declared: boolean
  evidence: boolean
}

/** The legs of these mobilities there and back, for the green share and for whether the journey is known. */
export async function legsOfMobilities(db: Db, ids: readonly string[]): Promise<GreenRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<GreenRow>`
    select m.id as "mobilityId", m.sending_id as "sendingId",
      array(select j.direction from journey j where j.mobility_id = m.id) as ways,
      exists (select from green_declaration d where d.mobility_id = m.id) as declared,
      exists (select from journey_proof q where q.mobility_id = m.id) as evidence,
      coalesce((select jsonb_agg(jsonb_build_object('means', l.means, 'km', l.km)) from journey j
        join journey_on_leg x on x.journey_id = j.id join journey_leg l on l.id = x.leg_id where j.mobility_id = m.id), '[]') as legs
    from mobility m where m.id = any (${[...ids]}::uuid[])`.execute(db)
  return rows
}
