import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { staysContract } from './stays.contract.ts'

type Contract = typeof staysContract
export type StayRow = z.output<Contract['saveStay']['answer']> & { housingId: string }
export type AddressRow = z.output<Contract['readOwn']['answer']>['items'][number]

const select = sql`select s.id, s.mobility_id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, o.name as school,
    r.id as "roomId", r.housing_id as "housingId", b.name as bed, s.starts_on as "startsOn", s.ends_on as "endsOn", s.step, s.keys, s.deposit,
    s.condition, s.version
  from stay s join bed b on b.id = s.bed_id join room r on r.id = b.room_id join mobility m on m.id = s.mobility_id
    join person p on p.id = m.person_id join organisation o on o.id = m.sending_id`

/** Stays in these housings that touch a period. */
export async function staysIn(
  db: Db,
  organisationId: string,
  housingIds: readonly string[],
  period: { from: Day; to: Day },
): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`${select}
    where s.organisation_id = ${organisationId} and r.housing_id = any (${[...housingIds]}::uuid[]) and s.step <> 'cancelled'
      and daterange(s.starts_on, s.ends_on) && daterange(${period.from}::date, ${period.to}::date, '[]')
    order by s.starts_on, s.id`.execute(db)
  return rows
}

export async function findStay(db: Db, organisationId: string, id: string): Promise<StayRow | undefined> {
  const { rows } =
    await sql<StayRow>`${select} where s.id = ${id}::uuid and s.organisation_id = ${organisationId} for update of s`.execute(
      db,
    )
  return rows[0]
}

export interface GuestRow {
  mobilityId: string
  participant: string
  schoolId: string
  school: string
  flowId: string | null
  gender: string | null
  birthDate: Day | null
  departure: Day | null
  returnDate: Day | null
  country: string | null
  accessNeeds: boolean
  petAllergy: boolean
  smokeAllergy: boolean
  quiet: boolean
  friends: string[]
}

const guestColumns = sql`m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, m.sending_id as "schoolId",
  o.name as school, m.flow_id as "flowId", p.gender, p.birth_date as "birthDate", m.departure, m.return_date as "returnDate", m.country,
  coalesce(f.access_needs, false) as "accessNeeds", coalesce(f.pet_allergy, false) as "petAllergy",
  coalesce(f.smoke_allergy, false) as "smokeAllergy", coalesce(f.quiet, false) as quiet, coalesce(f.friends, '{}') as friends
  from mobility m join person p on p.id = m.person_id join organisation o on o.id = m.sending_id
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
    where m.id = any (${[...ids]}::uuid[]) and (m.sending_id = ${organisationId} or m.hosting_id = ${organisationId})`.execute(
    db,
  )
  return rows
}

export interface RoomRow {
  id: string
  room: string
  housingId: string
  housing: string
  country: string | null
  accessible: boolean
  pets: boolean
  smoking: boolean
  quiet: boolean
  family: boolean
  vettedUntil: Day | null
  /** Beds that are free on every night of the period. */
  freeBeds: string[]
  /** Who sleeps there on some night of it. */
  occupants: { id: string; gender: string | null; birthDate: Day | null; startsOn: Day }[]
}

/** Rooms of the register with what is free over a whole period. */
export async function roomsFor(
  db: Db,
  organisationId: string,
  period: { from: Day; to: Day },
  roomIds: readonly string[] | null = null,
): Promise<RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    with busy as (
      select s.bed_id, b.room_id, s.mobility_id, s.starts_on from stay s join bed b on b.id = s.bed_id
      where s.organisation_id = ${organisationId} and s.step <> 'cancelled'
        and daterange(s.starts_on, s.ends_on) && daterange(${period.from}::date, ${period.to}::date)
    )
    select r.id, r.name as room, h.id as "housingId", h.name as housing, h.country, h.accessible, h.pets, h.smoking, h.quiet,
      h.kind = 'family' as family, h.vetted_until as "vettedUntil",
      array(select b.id from bed b where b.room_id = r.id and b.archived_at is null
        and not exists (select from busy where busy.bed_id = b.id) order by b.name) as "freeBeds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'gender', p.gender, 'birthDate', p.birth_date, 'startsOn', busy.starts_on)), '[]')
        from busy join mobility m on m.id = busy.mobility_id join person p on p.id = m.person_id where busy.room_id = r.id) as occupants
    from room r join housing h on h.id = r.housing_id
    where r.organisation_id = ${organisationId} and r.archived_at is null and h.archived_at is null
      ${roomIds ? sql`and r.id = any (${[...roomIds]}::uuid[])` : sql``}
    order by app.plain(h.name), r.name, r.id`.execute(db)
  return rows
}

/** Writes a stay; null where the database refuses it because the bed or the person is taken in that time. */
export async function insertStay(
  db: Db,
  organisationId: string,
  stay: { mobilityId: string; bedId: string; startsOn: Day; endsOn: Day },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into stay (organisation_id, mobility_id, bed_id, starts_on, ends_on)
    values (${organisationId}, ${stay.mobilityId}::uuid, ${stay.bedId}::uuid, ${stay.startsOn}::date, ${stay.endsOn}::date)
    on conflict do nothing returning id`.execute(db)
  return rows[0]?.id ?? null
}

export async function updateStay(
  db: Db,
  id: string,
  values: z.output<Contract['saveStay']['body']>,
  now: Date,
): Promise<void> {
  await sql`update stay set starts_on = ${values.startsOn}, ends_on = ${values.endsOn}, step = ${values.step}, keys = ${values.keys ?? null},
      deposit = ${values.deposit ?? null}, condition = ${values.condition ?? null}, version = version + 1, updated_at = ${now}
    where id = ${id}::uuid`.execute(db)
}

/** Where somebody lives, in order. */
export async function addressesOf(db: Db, mobilityId: string): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    select s.starts_on as "startsOn", s.ends_on as "endsOn", s.step, a.* from stay s cross join lateral app.address_of(s.id) a
    where s.mobility_id = ${mobilityId}::uuid and s.step <> 'cancelled' order by s.starts_on`.execute(db)
  return rows
}
