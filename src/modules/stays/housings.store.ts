import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { likeWords } from '#modules/companies/companies.store.ts'
import type { housingsContract } from './housings.contract.ts'
import type { housingInput } from './stays.shapes.contract.ts'
import { soonDays, type VettingStanding } from './vetting.rules.ts'

type Contract = typeof housingsContract
/** A housing as it is kept; how it stands with its vetting is a matter of the day. */
export type HousingRow = Omit<z.output<Contract['readHousing']['answer']>, 'vetting'>
export type HousingInput = z.output<typeof housingInput>

const columns = sql`h.id, h.name, h.kind, h.country, h.town, h.address, h.latitude, h.longitude, h.contact, h.phone, h.email, h.accessible, h.pets,
  h.smoking, h.quiet, h.diet_kitchen as "dietKitchen", h.vetted_until as "vettedUntil", h.vetting_note as "vettingNote",
  h.price_per_night as "pricePerNight", h.keys, h.rules, h.profile, h.note, h.archived_at is not null as archived, h.version,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'beds',
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by length(b.name), b.name), '[]') from bed b
        where b.room_id = r.id and b.archived_at is null)) order by r.name), '[]')
    from room r where r.housing_id = h.id and r.archived_at is null) as rooms,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by p.created_at, f.id), '[]')
    from housing_photo p join file f on f.id = p.file_id where p.housing_id = h.id) as photos`

export interface HousingFilter {
  q?: string | undefined
  kind?: string | undefined
  vetting?: VettingStanding | undefined
  archived?: boolean
  /** Only housings with a bed that is free on every night from one day to the other. */
  freeIn?: { from: Day; to: Day } | undefined
}

/** One page of the register by plain name; with who lives there today. */
export async function listHousings(
  db: Db,
  organisationId: string,
  filter: HousingFilter,
  today: Day,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: (HousingRow & { living: number })[]; next: string | null }> {
  const after = placeIn(page.cursor, 'text', 'id')
  const { rows } = await sql<HousingRow & { sortName: string; living: number }>`
    select ${columns}, app.plain(h.name) as "sortName",
      (select count(*)::int from room r join bed b on b.room_id = r.id join stay s on s.bed_id = b.id
        where r.housing_id = h.id and s.step <> 'cancelled' and daterange(s.starts_on, s.ends_on) @> ${today}::date) as living
    from housing h
    where h.organisation_id = ${organisationId} and h.archived_at is ${filter.archived ? sql`not null` : sql`null`}
      ${sql.join(likeWords(sql`h.search`, filter.q), sql` `)}
      ${filter.kind ? sql`and h.kind = ${filter.kind}` : sql``}
      ${filter.vetting ? standing(filter.vetting, today) : sql``}
      ${filter.freeIn ? hasFree(filter.freeIn) : sql``}
      ${after ? sql`and (app.plain(h.name), h.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by app.plain(h.name), h.id limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.sortName, last.id])
}

/** `vettingOf` (vetting.rules.ts) as a condition. */
function standing(wanted: VettingStanding, today: Day): RawBuilder<unknown> {
  const soon = addDays(today, soonDays)
  const conditions: Record<VettingStanding, RawBuilder<unknown>> = {
    missing: sql`and h.kind = 'family' and h.vetted_until is null`,
    'not-needed': sql`and h.kind <> 'family' and h.vetted_until is null`,
    expired: sql`and h.vetted_until < ${today}::date`,
    soon: sql`and h.vetted_until >= ${today}::date and h.vetted_until < ${soon}::date`,
    holds: sql`and h.vetted_until >= ${soon}::date`,
  }
  return conditions[wanted]
}

const hasFree = ({ from, to }: { from: Day; to: Day }): RawBuilder<unknown> => sql`and exists (
  select from room r join bed b on b.room_id = r.id where r.housing_id = h.id and r.archived_at is null and b.archived_at is null
    and not exists (select from stay s where s.bed_id = b.id and s.step <> 'cancelled'
      and daterange(s.starts_on, s.ends_on) && daterange(${from}::date, ${to}::date)))`

export async function findHousing(
  db: Db,
  organisationId: string,
  id: string,
): Promise<HousingRow | undefined> {
  const { rows } = await sql<HousingRow>`
    select ${columns} from housing h where h.id = ${id}::uuid and h.organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows[0]
}

const valuesOf = (input: HousingInput) => ({
  name: input.name,
  kind: input.kind,
  country: input.country ?? null,
  town: input.town || null,
  address: input.address || null,
  latitude: input.latitude ?? null,
  longitude: input.longitude ?? null,
  contact: input.contact || null,
  phone: input.phone || null,
  email: input.email ?? null,
  accessible: input.accessible,
  pets: input.pets,
  smoking: input.smoking,
  quiet: input.quiet,
  diet_kitchen: input.dietKitchen,
  vetted_until: input.vettedUntil ?? null,
  vetting_note: input.vettingNote || null,
  price_per_night: input.pricePerNight ?? null,
  keys: input.keys || null,
  rules: input.rules || null,
  profile: input.profile || null,
  note: input.note || null,
})

export async function insertHousing(db: Db, organisationId: string, input: HousingInput): Promise<string> {
  const { id } = await db
    .insertInto('housing')
    .values({ organisation_id: organisationId, ...valuesOf(input) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveRooms(db, organisationId, id, input.rooms)
  return id
}

/** Saves a housing that is still as it was read; false where somebody else was quicker. */
export async function updateHousing(
  db: Db,
  organisationId: string,
  id: string,
  input: HousingInput & { version: number; archived: boolean },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('housing')
    .set((e) => ({
      ...valuesOf(input),
      archived_at: input.archived ? now : null,
      updated_at: now,
      version: e('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return false
  await saveRooms(db, organisationId, id, input.rooms)
  return true
}

/**
 * Rooms with so many beds. A room is known by its id, or by its name where none is given; what is left out is kept for the past but no longer
 * given away.
 */
async function saveRooms(
  db: Db,
  organisationId: string,
  housingId: string,
  rooms: HousingInput['rooms'],
): Promise<void> {
  const live = await db
    .selectFrom('room')
    .select(['id', 'name'])
    .where('housing_id', '=', housingId)
    .where('archived_at', 'is', null)
    .execute()
  const ids = new Set(live.map(({ id }) => id))
  const named = new Set(rooms.flatMap(({ id }) => (id && ids.has(id) ? [id] : [])))
  const byName = new Map(live.filter(({ id }) => !named.has(id)).map(({ id, name }) => [name, id]))
  const known = rooms.map((room) => ({
    ...room,
    id: room.id && named.has(room.id) ? room.id : (byName.get(room.name) ?? null),
  }))
  const kept = known.flatMap(({ id, name }) => (id ? [{ id, name }] : []))
  const keptIds = kept.map(({ id }) => id)
  await sql`update room set archived_at = now() where housing_id = ${housingId}::uuid and archived_at is null and id <> all (${keptIds}::uuid[])`.execute(
    db,
  )
  // Two rooms may change names with each other: first both let go of theirs.
  await sql`update room set name = id::text where id = any (${keptIds}::uuid[])`.execute(db)
  await sql`update room r set name = n.name from unnest(${keptIds}::uuid[], ${kept.map(({ name }) => name)}::text[]) as n (id, name)
    where r.id = n.id`.execute(db)
  await sql`insert into room (organisation_id, housing_id, name)
    select ${organisationId}::uuid, ${housingId}::uuid, name from unnest(${known.filter(({ id }) => !id).map(({ name }) => name)}::text[]) as n (name)`.execute(
    db,
  )
  await sql`
    with wanted as (
      select r.id, n.beds from unnest(${rooms.map(({ name }) => name)}::text[], ${rooms.map(({ beds }) => beds)}::int[]) as n (name, beds)
      join room r on r.housing_id = ${housingId}::uuid and r.name = n.name and r.archived_at is null
    ), kept as (
      insert into bed (organisation_id, room_id, name)
      select ${organisationId}::uuid, w.id, i::text from wanted w cross join generate_series(1, w.beds) i
      on conflict (room_id, name) do update set archived_at = null
      returning id
    )
    update bed b set archived_at = now() from wanted w where b.room_id = w.id and b.archived_at is null and b.name::int > w.beds`.execute(
    db,
  )
}

/** People who sleep, today or later, in a bed that this housing no longer has. */
export async function sleepersWithoutBed(db: Db, housingId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ participant: string }>`
    select trim(p.given_name || ' ' || p.family_name) as participant
    from housing h join room r on r.housing_id = h.id join bed b on b.room_id = r.id
      join stay s on s.bed_id = b.id and s.step in ('planned', 'checked-in') and s.ends_on > ${today}::date
      join mobility m on m.id = s.mobility_id join person p on p.id = m.person_id
    where h.id = ${housingId}::uuid and (h.archived_at is not null or r.archived_at is not null or b.archived_at is not null)
    order by s.starts_on, p.sort_name limit 5`.execute(db)
  return rows.map(({ participant }) => participant)
}

/** The companies of an organisation's register, by name. */
export async function companiesNear(
  db: Db,
  organisationId: string,
): Promise<{ id: string; name: string; town: string | null; country: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; town: string | null; country: string | null }>`
    select o.id, o.name, o.town, o.country from partnership p join organisation o on o.id = p.partner_id
    where p.organisation_id = ${organisationId} and p.kind = 'company' and p.ended_at is null order by app.plain(o.name), o.id limit 2000`.execute(
    db,
  )
  return rows
}
