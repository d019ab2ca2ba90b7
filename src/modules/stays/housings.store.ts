import { sql } from 'kysely'
import type { z } from 'zod'
import { decodeCursor, encodeCursor } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import { likeWords } from '#modules/companies/companies.store.ts'
import type { staysContract } from './stays.contract.ts'

type Contract = typeof staysContract
export type HousingRow = z.output<Contract['readHousing']['answer']>
type Input = z.output<Contract['addHousing']['body']>

const columns = sql`h.id, h.name, h.kind, h.country, h.town, h.address, h.contact, h.accessible, h.pets, h.smoking, h.quiet,
  h.vetted_until as "vettedUntil", h.price_per_night as "pricePerNight", h.rules, h.note, h.archived_at is not null as archived, h.version,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name,
      'beds', (select count(*) from bed b where b.room_id = r.id and b.archived_at is null)) order by r.name), '[]')
    from room r where r.housing_id = h.id and r.archived_at is null) as rooms`

/** One page of the register by plain name. */
export async function listHousings(
  db: Db,
  organisationId: string,
  q: string | undefined,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: HousingRow[]; next: string | null }> {
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, 2)
  const { rows } = await sql<HousingRow & { sortName: string }>`
    select ${columns}, app.plain(h.name) as "sortName" from housing h
    where h.organisation_id = ${organisationId} and h.archived_at is null
      ${sql.join(likeWords(sql`h.search`, q), sql` `)}
      ${after ? sql`and (app.plain(h.name), h.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by app.plain(h.name), h.id limit ${page.limit + 1}`.execute(db)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? encodeCursor([last.sortName, last.id]) : null }
}

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

const valuesOf = (input: Input) => ({
  name: input.name,
  kind: input.kind,
  country: input.country ?? null,
  town: input.town ?? null,
  address: input.address ?? null,
  contact: input.contact ?? null,
  accessible: input.accessible,
  pets: input.pets,
  smoking: input.smoking,
  quiet: input.quiet,
  vetted_until: input.vettedUntil ?? null,
  price_per_night: input.pricePerNight ?? null,
  rules: input.rules ?? null,
  note: input.note ?? null,
})

export async function insertHousing(db: Db, organisationId: string, input: Input): Promise<string> {
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
  input: Input & { version: number; archived: boolean },
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

/** Rooms by name with so many beds; what is left out is kept for the past but no longer given away. */
async function saveRooms(
  db: Db,
  organisationId: string,
  housingId: string,
  rooms: readonly { name: string; beds: number }[],
): Promise<void> {
  const names = rooms.map(({ name }) => name)
  await sql`
    insert into room (organisation_id, housing_id, name)
    select ${organisationId}::uuid, ${housingId}::uuid, name from unnest(${names}::text[]) as n (name)
    on conflict (housing_id, name) do update set archived_at = null`.execute(db)
  await sql`update room set archived_at = now() where housing_id = ${housingId}::uuid and archived_at is null and name <> all (${names}::text[])`.execute(
    db,
  )
  await sql`
    with wanted as (
      select r.id, n.beds from unnest(${names}::text[], ${rooms.map(({ beds }) => beds)}::int[]) as n (name, beds)
      join room r on r.housing_id = ${housingId}::uuid and r.name = n.name
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
