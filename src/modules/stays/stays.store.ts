import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { addDays, type Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { likeWords } from '#modules/companies/companies.store.ts'
import type { address, shownStay } from './stays.shapes.contract.ts'

export type StayRow = Omit<z.output<typeof shownStay>, 'minor'> & {
  gender: string | null
  birthDate: Day | null
}

const select = sql`select s.id, s.mobility_id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, o.id as "schoolId",
    o.name as school, f.name as flow, p.gender, p.birth_date as "birthDate", m.departure, m.return_date as "returnDate",
    h.id as "housingId", h.name as housing, r.id as "roomId", r.name as room, b.id as "bedId", b.name as bed, s.starts_on as "startsOn",
    s.ends_on as "endsOn", s.step, s.arrived_on as "arrivedOn", s.left_on as "leftOn", s.keys, s.keys_back as "keysBack", s.deposit,
    s.deposit_back as "depositBack", s.condition, s.condition_after as "conditionAfter", s.version
  from stay s join bed b on b.id = s.bed_id join room r on r.id = b.room_id join housing h on h.id = r.housing_id
    join mobility m on m.id = s.mobility_id join person p on p.id = m.person_id join organisation o on o.id = m.sending_id
    left join flow f on f.id = m.flow_id`

/** Stays in these housings that touch a period, both days counted. */
export async function staysIn(
  db: Db,
  organisationId: string,
  housingIds: readonly string[],
  period: { from: Day; to: Day },
): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`${select}
    where s.organisation_id = ${organisationId} and h.id = any (${[...housingIds]}::uuid[]) and s.step <> 'cancelled'
      and daterange(s.starts_on, s.ends_on) && daterange(${period.from}::date, ${period.to}::date, '[]')
    order by s.starts_on, s.id`.execute(db)
  return rows
}

export async function findStay(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<StayRow | undefined> {
  return (await findStays(db, organisationId, [id], options))[0]
}

/** These stays; `lock` holds them until the end of the transaction. */
export async function findStays(
  db: Db,
  organisationId: string,
  ids: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`${select}
    where s.id = any (${[...ids]}::uuid[]) and s.organisation_id = ${organisationId} order by s.id ${lock ? sql`for update of s` : sql``}`.execute(
    db,
  )
  return rows
}

/** All stays of a mobility in beds of the organisation, in order. */
export async function staysOfMobility(
  db: Db,
  organisationId: string,
  mobilityId: string,
): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`${select}
    where s.mobility_id = ${mobilityId}::uuid and s.organisation_id = ${organisationId} and s.step <> 'cancelled' order by s.starts_on`.execute(
    db,
  )
  return rows
}

/** The list at the door: to come until a day, to go until a day, and whoever came or went on it. */
export async function doorStays(db: Db, organisationId: string, day: Day, q: string | undefined) {
  const looked = likeWords(
    sql`app.plain(p.given_name || ' ' || p.family_name || ' ' || h.name || ' ' || o.name)`,
    q,
  )
  const list = async (which: RawBuilder<unknown>): Promise<StayRow[]> =>
    (
      await sql<StayRow>`${select} where s.organisation_id = ${organisationId} and ${which} ${sql.join(looked, sql` `)}
        order by app.plain(h.name), h.id, r.name, p.sort_name, s.id limit 1000`.execute(db)
    ).rows
  return {
    coming: await list(sql`s.step = 'planned' and s.starts_on <= ${day}::date and s.ends_on > ${day}::date`),
    going: await list(sql`s.step = 'checked-in' and s.ends_on <= ${day}::date`),
    here: await list(
      sql`(s.step = 'checked-in' and s.arrived_on = ${day}::date or s.step = 'checked-out' and s.left_on = ${day}::date)`,
    ),
  }
}

export interface NewStay {
  mobilityId: string
  bedId: string
  startsOn: Day
  endsOn: Day
}

/** Writes stays. Those that the database refuses, because the bed or the person is taken in that time, are not among the answer. */
export async function insertStays(
  db: Db,
  organisationId: string,
  stays: readonly NewStay[],
): Promise<{ id: string; mobilityId: string; startsOn: Day }[]> {
  if (stays.length === 0) return []
  const { rows } = await sql<{ id: string; mobilityId: string; startsOn: Day }>`
    insert into stay (organisation_id, mobility_id, bed_id, starts_on, ends_on)
    select ${organisationId}::uuid, n.* from unnest(${stays.map((one) => one.mobilityId)}::uuid[], ${stays.map((one) => one.bedId)}::uuid[],
      ${stays.map((one) => one.startsOn)}::date[], ${stays.map((one) => one.endsOn)}::date[]) as n
    on conflict do nothing returning id, mobility_id as "mobilityId", starts_on as "startsOn"`.execute(db)
  return rows
}

export type StayChange = Partial<{
  bed_id: string
  starts_on: Day
  ends_on: Day
  step: StayRow['step']
  arrived_on: Day | null
  left_on: Day | null
  keys: string | null
  keys_back: boolean
  deposit: number | null
  deposit_back: number | null
  condition: string | null
  condition_after: string | null
}>

/** Changes stays and raises their versions. Throws what the exclusion constraints say (23P01). */
export async function updateStays(
  db: Db,
  ids: readonly string[],
  change: StayChange,
  now: Date,
): Promise<void> {
  await db
    .updateTable('stay')
    .set((e) => ({ ...change, version: e('version', '+', 1), updated_at: now }))
    .where('id', 'in', [...ids])
    .execute()
}

/** The second half of a stay that is parted: the same person in another bed from a day on. */
export async function insertSecondHalf(
  db: Db,
  first: string,
  half: { bedId: string; startsOn: Day; endsOn: Day },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into stay (organisation_id, mobility_id, bed_id, starts_on, ends_on, step, keys, deposit, arrived_on)
    select organisation_id, mobility_id, ${half.bedId}::uuid, ${half.startsOn}::date, ${half.endsOn}::date, step, null, null,
      case when step = 'checked-in' then ${half.startsOn}::date end
    from stay where id = ${first}::uuid returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** Frees a bed for good: a stay that grew together with another. */
export async function removeStay(db: Db, id: string): Promise<void> {
  await db.deleteFrom('stay').where('id', '=', id).execute()
}

/** Which of these mobilities have a bed at all. */
export async function withBed(db: Db, mobilityIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct mobility_id as id from stay where mobility_id = any (${[...mobilityIds]}::uuid[]) and step <> 'cancelled'`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

export interface BedlessRow {
  mobilityId: string
  participant: string
  schoolId: string
  school: string
  flow: string | null
  birthDate: Day | null
  departure: Day | null
  returnDate: Day | null
}

/** People whom the organisation hosts (or sends without a host) in a period and who have no bed. */
export async function bedlessIn(
  db: Db,
  organisationId: string,
  filter: { from: Day; to: Day; q?: string | undefined; limit: number },
  statuses: readonly string[],
): Promise<{ items: BedlessRow[]; total: number }> {
  const { rows } = await sql<BedlessRow & { total: number }>`
    select m.id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, o.id as "schoolId", o.name as school,
      f.name as flow, p.birth_date as "birthDate", m.departure, m.return_date as "returnDate", count(*) over ()::int as total
    from mobility_party w join mobility m on m.id = w.mobility_id join person p on p.id = m.person_id join organisation o on o.id = m.sending_id
      left join flow f on f.id = m.flow_id
    where w.organisation_id = ${organisationId} and w.main and w.departure >= ${addDays(filter.from, -400)}::date and w.departure < ${filter.to}::date
      and w.return_date > ${filter.from}::date and w.status = any (${[...statuses]}::text[])
      and (m.hosting_id = ${organisationId} or m.hosting_id is null)
      and not exists (select from stay s where s.mobility_id = m.id and s.step <> 'cancelled')
      ${sql.join(likeWords(sql`app.plain(p.given_name || ' ' || p.family_name || ' ' || o.name || ' ' || coalesce(f.name, ''))`, filter.q), sql` `)}
    order by w.departure, p.sort_name, m.id limit ${filter.limit}`.execute(db)
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type AddressRow = Omit<z.output<typeof address>, 'photos'> & {
  organisationId: string
  mobilityId: string
}

/** Where somebody lives, in order. */
export async function addressesOf(db: Db, mobilityId: string): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    select s.id, s.organisation_id as "organisationId", s.mobility_id as "mobilityId", s.starts_on as "startsOn", s.ends_on as "endsOn", s.step,
      s.arrived_on as "arrivedOn", s.left_on as "leftOn", s.deposit, s.deposit_back as "depositBack", a.housing, a.kind, a.room, a.bed,
      a.address, a.town, a.country, a.contact, a.phone, a.email, a.rules, a.profile
    from stay s cross join lateral app.address_of(s.id) a
    where s.mobility_id = ${mobilityId}::uuid and s.step <> 'cancelled' order by s.starts_on`.execute(db)
  return rows
}

/** Takes back the planned stays of people who do not travel, whoever's beds they are. Answers whose. */
export async function freeBedsOf(db: Db, mobilityIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select distinct f as id from app.free_beds_of(${[...mobilityIds]}::uuid[]) f`.execute(db)
  return rows.map(({ id }) => id)
}
