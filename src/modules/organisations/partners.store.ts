import { sql, type Insertable, type RawBuilder } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { Organisation } from '#server/database/schema.ts'
import type { OrganisationRow } from './organisation-columns.ts'
import type { PartnershipKind } from './partner-kinds.rules.ts'

/** A partner with how the asking organisation works with it. `kinds` is null when only the partner wrote it down. */
export type PartnerRow = OrganisationRow & {
  kinds: PartnershipKind[] | null
  archived: boolean
  note: string | null
  mobilities: number
}

/** More mobilities than this are told as "at least": a list must not count two million rows. */
export const countedMobilities = 1000

export interface PartnerFilter {
  q?: string | undefined
  country?: readonly string[] | undefined
  kind?: readonly string[] | undefined
  archived?: boolean | undefined
}

/** All partners: those the organisation wrote down, and those that wrote the organisation down. */
const partnersOf = (organisationId: string) => sql`(
  select partner_id as id, coalesce(array_agg(kind order by kind) filter (where ended_at is null), array_agg(kind order by kind)) as kinds,
    bool_and(ended_at is not null) as archived, max(note) as note
  from partnership where organisation_id = ${organisationId} group by partner_id
  union all
  select distinct b.organisation_id, null::text[], false, null
  from partnership b where b.partner_id = ${organisationId} and b.ended_at is null
    and not exists (select from partnership a where a.organisation_id = ${organisationId} and a.partner_id = b.organisation_id)
)`

const kindsOf = sql`coalesce(w.kinds, array[case o.kind when 'hosting' then 'host' when 'company' then 'company' else 'sender' end])`

/** One page of partners by plain name. */
export async function listPartners(
  db: Db,
  organisationId: string,
  filter: PartnerFilter,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = placeIn(page.cursor, 'text', 'id')
  const conditions: RawBuilder<unknown>[] = [
    ...wordsOf(filter.q),
    ...(filter.country?.length ? [sql`o.country = any (${[...filter.country]}::text[])`] : []),
    ...(filter.kind?.length ? [sql`${kindsOf} && ${[...filter.kind]}::text[]`] : []),
    ...(filter.archived === undefined ? [] : [sql`w.archived = ${filter.archived}`]),
    ...(after ? [sql`(app.plain(o.name), o.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<PartnerRow & { sortName: string }>`
    select o.*, w.kinds, w.archived, w.note, app.plain(o.name) as "sortName", coalesce(c.mobilities, 0) as mobilities
    from (
      select o.id from ${partnersOf(organisationId)} w join organisation o on o.id = w.id
      ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
      order by app.plain(o.name), o.id limit ${page.limit + 1}
    ) found
    join organisation o on o.id = found.id
    join ${partnersOf(organisationId)} w on w.id = o.id
    cross join lateral (select app.mobilities_with(o.id, ${countedMobilities}) as mobilities) c
    order by app.plain(o.name), o.id`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.sortName, last.id])
}

/** Every word stands somewhere in name, town, OID or code, without accents and case. */
function wordsOf(search: string | undefined): RawBuilder<unknown>[] {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 10)
  return words.map(
    (word) => sql`o.search like '%' || app.plain(${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}) || '%'`,
  )
}

/** One partner of the organisation. */
export async function findPartner(
  db: Db,
  organisationId: string,
  id: string,
): Promise<PartnerRow | undefined> {
  const { rows } = await sql<PartnerRow>`
    select o.*, w.kinds, w.archived, w.note, app.mobilities_with(o.id, 1000000) as mobilities
    from ${partnersOf(organisationId)} w join organisation o on o.id = w.id
    where w.id = ${id}`.execute(db)
  return rows[0]
}

/** Says as what one works with partners: kinds that are missing are added, those that ended live again. */
export async function insertPartnerships(
  db: Db,
  organisationId: string,
  pairs: readonly { partnerId: string; kind: PartnershipKind; note?: string | null }[],
): Promise<void> {
  if (pairs.length === 0) return
  await sql`
    insert into partnership (organisation_id, partner_id, kind, note)
    select distinct ${organisationId}::uuid, p, k, n
    from unnest(${pairs.map((pair) => pair.partnerId)}::uuid[], ${pairs.map((pair) => pair.kind)}::text[],
      ${pairs.map((pair) => pair.note ?? null)}::text[]) as t (p, k, n)
    on conflict (organisation_id, partner_id, kind) do update set ended_at = null, note = coalesce(excluded.note, partnership.note)`.execute(
    db,
  )
}

/** Keeps exactly these kinds and this note; `endedAt` archives the partner. */
export async function savePartnership(
  db: Db,
  organisationId: string,
  partnerId: string,
  kinds: readonly PartnershipKind[],
  note: string | null,
  endedAt: Date | null,
): Promise<void> {
  await db
    .deleteFrom('partnership')
    .where('organisation_id', '=', organisationId)
    .where('partner_id', '=', partnerId)
    .where('kind', 'not in', [...kinds])
    .execute()
  await insertPartnerships(
    db,
    organisationId,
    kinds.map((kind) => ({ partnerId, kind })),
  )
  await db
    .updateTable('partnership')
    .set({ note, ended_at: endedAt })
    .where('organisation_id', '=', organisationId)
    .where('partner_id', '=', partnerId)
    .execute()
}

/** Inserts many partner records, in pieces that stay below the protocol's number of parameters. */
export async function insertPartnerRows(db: Db, rows: readonly Insertable<Organisation>[]): Promise<void> {
  const size = 2000
  for (let start = 0; start < rows.length; start += size)
    await db
      .insertInto('organisation')
      .values(rows.slice(start, start + size))
      .execute()
}
