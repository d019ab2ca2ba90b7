import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { staysContract } from './stays.contract.ts'
import type { Nights } from './room-rules.rules.ts'

type Contract = typeof staysContract

export interface GuestRow {
  mobilityId: string
  participant: string
  schoolId: string
  school: string
  flowId: string | null
  flow: string | null
  gender: string | null
  birthDate: Day | null
  leader: boolean
  departure: Day | null
  returnDate: Day | null
  town: string | null
  country: string | null
  accessNeeds: boolean
  petAllergy: boolean
  smokeAllergy: boolean
  dietKitchen: boolean
  quiet: boolean
  friends: string[]
}

const guestColumns = sql`m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, m.sending_id as "schoolId",
  o.name as school, m.flow_id as "flowId", w.name as flow, p.gender, p.birth_date as "birthDate", p.kind = 'staff' as leader, m.departure,
  m.return_date as "returnDate", m.town, m.country, coalesce(f.access_needs, false) as "accessNeeds", coalesce(f.pet_allergy, false) as "petAllergy",
  coalesce(f.smoke_allergy, false) as "smokeAllergy", coalesce(f.diet_kitchen, false) as "dietKitchen", coalesce(f.quiet, false) as quiet,
  coalesce(f.friends, '{}') as friends
  from mobility m join person p on p.id = m.person_id join organisation o on o.id = m.sending_id left join flow w on w.id = m.flow_id
    left join placement_profile f on f.mobility_id = m.id`

/** People of flows with these statuses who have no bed yet. */
export async function guestsOf(
  db: Db,
  organisationId: string,
  flowIds: readonly string[],
  statuses: readonly string[],
): Promise<GuestRow[]> {
  const { rows } = await sql<GuestRow>`select ${guestColumns}
    where m.flow_id = any (${[...flowIds]}::uuid[]) and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})
      and m.status = any (${[...statuses]}::text[])
      and not exists (select from stay s where s.mobility_id = m.id and s.step <> 'cancelled')
    order by p.sort_name, m.id`.execute(db)
  return rows
}

/** These people as guests, where the organisation hosts or sends them. */
export async function guestsByIds(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<GuestRow[]> {
  const { rows } = await sql<GuestRow>`select ${guestColumns}
    where m.id = any (${[...ids]}::uuid[]) and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})
    order by p.sort_name, m.id`.execute(db)
  return rows
}

/** How many of these flows the organisation sends or hosts. */
export async function flowsReached(db: Db, organisationId: string, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from flow
    where id = any (${[...ids]}::uuid[]) and (organisation_id = ${organisationId} or hosting_id = ${organisationId})`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export interface RoomRow {
  id: string
  room: string
  housingId: string
  housing: string
  kind: string
  town: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
  accessible: boolean
  pets: boolean
  smoking: boolean
  dietKitchen: boolean
  quiet: boolean
  vettedUntil: Day | null
  beds: { id: string; busy: Nights[] }[]
  /** Who sleeps there on some night of the period. */
  occupants: (Nights & { id: string; gender: string | null; birthDate: Day | null; departure: Day | null })[]
}

/** Rooms of the register with who has which bed in a period. `but` are stays that do not count, as they are about to move. */
export async function roomsFor(
  db: Db,
  organisationId: string,
  period: Nights,
  { roomIds = null, but = [] }: { roomIds?: readonly string[] | null; but?: readonly string[] } = {},
): Promise<RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    with busy as materialized (
      select s.bed_id, b.room_id, s.mobility_id, s.starts_on, s.ends_on, p.gender, p.birth_date, m.departure
      from stay s join bed b on b.id = s.bed_id join mobility m on m.id = s.mobility_id join person p on p.id = m.person_id
      where s.organisation_id = ${organisationId} and s.step <> 'cancelled' and s.id <> all (${[...but]}::uuid[])
        and daterange(s.starts_on, s.ends_on) && daterange(${period.from}::date, ${period.to}::date)
    ), beds as (
      select b.room_id, jsonb_agg(jsonb_build_object('id', b.id, 'busy',
        (select coalesce(jsonb_agg(jsonb_build_object('from', busy.starts_on, 'to', busy.ends_on)), '[]') from busy where busy.bed_id = b.id))
        order by length(b.name), b.name) as beds
      from bed b where b.organisation_id = ${organisationId} and b.archived_at is null group by b.room_id
    ), people as (
      select room_id, jsonb_agg(jsonb_build_object('id', mobility_id, 'gender', gender, 'birthDate', birth_date, 'departure', departure,
        'from', starts_on, 'to', ends_on)) as occupants
      from busy group by room_id
    )
    select r.id, r.name as room, h.id as "housingId", h.name as housing, h.kind, h.town, h.country, h.latitude, h.longitude, h.accessible, h.pets, h.smoking,
      h.diet_kitchen as "dietKitchen", h.quiet, h.vetted_until as "vettedUntil", coalesce(beds.beds, '[]') as beds,
      coalesce(people.occupants, '[]') as occupants
    from room r join housing h on h.id = r.housing_id left join beds on beds.room_id = r.id left join people on people.room_id = r.id
    where r.organisation_id = ${organisationId} and r.archived_at is null and h.archived_at is null
      ${roomIds ? sql`and r.id = any (${[...roomIds]}::uuid[])` : sql``}
    order by app.plain(h.name), h.id, r.name, r.id`.execute(db)
  return rows
}

/** Holds rooms until the end of the transaction: two people of different kinds never come into one at the same moment. */
export async function lockRooms(db: Db, organisationId: string, ids: readonly string[]): Promise<void> {
  await sql`select id from room where id = any (${[...ids]}::uuid[]) and organisation_id = ${organisationId} order by id for update`.execute(
    db,
  )
}

type Needs = z.output<Contract['readNeeds']['answer']>

/** What matters for somebody's room; what was never said is empty, with version 0. Friends who are nobody any more are left out. */
export async function findNeeds(db: Db, mobilityId: string): Promise<Needs | undefined> {
  const { rows } = await sql<Needs>`
    select coalesce(f.access_needs, false) as "accessNeeds", coalesce(f.pet_allergy, false) as "petAllergy",
      coalesce(f.smoke_allergy, false) as "smokeAllergy", coalesce(f.diet_kitchen, false) as "dietKitchen", coalesce(f.quiet, false) as quiet,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', trim(p.given_name || ' ' || p.family_name)) order by p.sort_name), '[]')
        from mobility o join person p on p.id = o.person_id where o.id = any (coalesce(f.friends, '{}'))) as friends,
      coalesce(f.version, 0) as version
    from mobility m left join placement_profile f on f.mobility_id = m.id where m.id = ${mobilityId}::uuid`.execute(
    db,
  )
  return rows[0]
}

/** Holds what is said of somebody until the end of the transaction, also where nothing is written yet. */
export async function lockNeeds(db: Db, mobilityId: string): Promise<void> {
  await sql`select app.lock_mobilities(array[${mobilityId}::uuid])`.execute(db)
}

/** Saves what matters for a room; what matters for the placement is left as it is. */
export async function saveNeeds(
  db: Db,
  mobilityId: string,
  needs: z.output<Contract['saveNeeds']['body']>,
  now: Date,
): Promise<void> {
  const values = {
    access_needs: needs.accessNeeds,
    pet_allergy: needs.petAllergy,
    smoke_allergy: needs.smokeAllergy,
    diet_kitchen: needs.dietKitchen,
    quiet: needs.quiet,
    friends: needs.friends,
    updated_at: now,
  }
  await db
    .insertInto('placement_profile')
    .values({ mobility_id: mobilityId, ...values })
    .onConflict((c) =>
      c
        .column('mobility_id')
        .doUpdateSet((e) => ({ ...values, version: e('placement_profile.version', '+', 1) })),
    )
    .execute()
}

/** Who travels with somebody, as far as the organisation sends or hosts them. */
export async function companionsOf(
  db: Db,
  organisationId: string,
  mobilityId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, trim(p.given_name || ' ' || p.family_name) as name
    from mobility m join mobility o on o.flow_id = m.flow_id and o.id <> m.id join person p on p.id = o.person_id
    where m.id = ${mobilityId}::uuid and (o.sending_id = ${organisationId} or o.hosting_id = ${organisationId})
    order by p.sort_name, o.id limit 500`.execute(db)
  return rows
}

type Profile = z.output<Contract['readOwnProfile']['answer']>

/** What somebody tells their hosts; version 0 where nothing was ever said. */
export async function findProfile(db: Db, mobilityId: string): Promise<Profile> {
  const row = await db
    .selectFrom('stay_profile')
    .select(['about', 'interests', 'food', 'version'])
    .where('mobility_id', '=', mobilityId)
    .executeTakeFirst()
  return row ?? { about: null, interests: null, food: null, version: 0 }
}

/** Saves what somebody tells their hosts, if it is still of that version; false where somebody else was quicker. */
export async function saveProfile(
  db: Db,
  mobilityId: string,
  { about, interests, food, version }: z.output<Contract['saveOwnProfile']['body']>,
  now: Date,
): Promise<boolean> {
  const values = { about: about || null, interests: interests || null, food: food || null, updated_at: now }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('stay_profile')
    .values({ mobility_id: mobilityId, ...values })
    .onConflict((c) =>
      c
        .column('mobility_id')
        .doUpdateSet((e) => ({ ...values, version: e('stay_profile.version', '+', 1) }))
        .where('stay_profile.version', '=', version),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** The little that a host family is told of its guest beside the guest's own words. */
export async function guestOf(
  db: Db,
  mobilityId: string,
): Promise<
  { givenName: string; birthDate: Day | null; country: string | null; language: string | null } | undefined
> {
  const { rows } = await sql<{
    givenName: string
    birthDate: Day | null
    country: string | null
    language: string | null
  }>`
    select p.given_name as "givenName", p.birth_date as "birthDate", o.country, p.language
    from mobility m join person p on p.id = m.person_id join organisation o on o.id = m.sending_id where m.id = ${mobilityId}::uuid`.execute(
    db,
  )
  return rows[0]
}
